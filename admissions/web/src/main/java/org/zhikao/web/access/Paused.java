package org.zhikao.web.access;

import org.springframework.security.core.AuthenticationException;

/** 暂停尝试: too many failures from this address for this account; others, and the owner elsewhere, go on. */
public final class Paused extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    public Paused() {
        super("too many failures from this address");
    }
}
