package org.zhikao.audit.replay;

/** 无法读取: stored bytes that are not the JSON a fact must be; the message says what and where. */
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(String what) {
        super(what);
    }
}
