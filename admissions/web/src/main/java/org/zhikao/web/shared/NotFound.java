package org.zhikao.web.shared;

/** 不存在: what an address names does not exist, or is none of the reader's business, which reads the same. */
public final class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotFound() {
        super("not found", null, false, false);
    }
}
