package org.zhikao.server.exemption;

import org.jspecify.annotations.Nullable;

/** 无法生成查看件: the file was taken and cannot be shown; why is a message key below {@code evidence.cause}. */
final class Uncopyable extends Exception {
    private static final long serialVersionUID = 1L;

    /** 原因. */
    enum Why {
        PICTURE_TOO_LARGE,
        PICTURE_COLOURS,
        FILE_TRUNCATED,
        FILE_BROKEN,
        PDF_ENCRYPTED,
        PDF_EXPANDS,
        PDF_UNUSUAL,
        PDF_TOO_LONG,
        INFECTED,
        ERASED
    }

    private final Why why;

    Uncopyable(Why why, @Nullable Throwable cause) {
        super(why.name(), cause);
        this.why = why;
    }

    Why why() {
        return why;
    }
}
