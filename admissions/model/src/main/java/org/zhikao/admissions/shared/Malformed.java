package org.zhikao.admissions.shared;

/**
 * 格式不符: a value that can be no such value whatever the state of anything, such as an id of another shape.
 *
 * <p>Told apart from other illegal arguments so that what a person typed is answered as their mistake and a mistake of
 * ours is not.
 */
public final class Malformed extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public Malformed(String message) {
        super(message);
    }
}
