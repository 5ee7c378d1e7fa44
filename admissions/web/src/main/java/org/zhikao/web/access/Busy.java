package org.zhikao.web.access;

import org.springframework.security.core.AuthenticationException;

/** 排队中: all places for checking passwords are taken; the visitor is asked to come back in a few seconds. */
public final class Busy extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    public Busy() {
        super("all password checks are taken");
    }
}
