package org.zhikao.audit.replay;

/** 超出简单规则: the rules use something this second statement of scoring does not know; said aloud, never guessed. */
final class NotPlain extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotPlain(String what) {
        super(what, null, false, false);
    }
}
