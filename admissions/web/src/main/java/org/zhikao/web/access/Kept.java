package org.zhikao.web.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.InvalidCsrfTokenException;
import org.springframework.security.web.session.SessionInformationExpiredEvent;
import org.springframework.security.web.session.SessionInformationExpiredStrategy;
import org.springframework.stereotype.Component;
import org.zhikao.web.shared.ErrorWriter;

/** 拒绝访问: who is kept out is told why in the form asked for, and the auditor's log has it. */
@Component
class Kept implements AuthenticationEntryPoint, AccessDeniedHandler, SessionInformationExpiredStrategy {
    static final String SIGNED_OUT = "SIGNED_OUT";
    static final String ACCESS_DENIED = "ACCESS_DENIED";
    static final String TOKEN_INVALID = "TOKEN_INVALID";
    static final String SESSION_ENDED = "SESSION_ENDED";

    private final Denials log;
    private final ErrorWriter errors;

    Kept(Denials log, ErrorWriter errors) {
        this.log = log;
        this.errors = errors;
    }

    /** Nobody is signed in: a page leads to the sign-in, a request is told so. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException, ServletException {
        note(null, request, SIGNED_OUT);
        if (ErrorWriter.wantsProblem(request)) {
            errors.write(request, response, HttpServletResponse.SC_UNAUTHORIZED, SIGNED_OUT);
        } else {
            response.sendRedirect(response.encodeRedirectURL("/sign-in?again"));
        }
    }

    /** Somebody is signed in, but may not, or the form's token is missing, old or foreign. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException, ServletException {
        String code = why instanceof CsrfException || why instanceof InvalidCsrfTokenException
                ? TOKEN_INVALID
                : ACCESS_DENIED;
        note(current(), request, code);
        errors.write(request, response, HttpServletResponse.SC_FORBIDDEN, code);
    }

    @Override
    public void onExpiredSessionDetected(SessionInformationExpiredEvent event) throws IOException, ServletException {
        HttpServletRequest request = event.getRequest();
        if (event.getSessionInformation().getPrincipal() instanceof SignedIn who) {
            note(who, request, SESSION_ENDED);
        }
        if (ErrorWriter.wantsProblem(request)) {
            errors.write(request, event.getResponse(), HttpServletResponse.SC_UNAUTHORIZED, SESSION_ENDED);
        } else {
            event.getResponse().sendRedirect(event.getResponse().encodeRedirectURL("/sign-in?ended"));
        }
    }

    private void note(@Nullable SignedIn who, HttpServletRequest request, String code) {
        log.denied(who, request.getMethod(), request.getRequestURI(), code);
    }

    private static @Nullable SignedIn current() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof SignedIn account ? account : null;
    }
}
