package org.zhikao.web.access;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.web.authentication.WebAuthenticationDetailsSource;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhikao.admissions.shared.Role;
import org.zhikao.web.shared.ErrorWriter;

/**
 * 会话: programs sign in as people do and get the same session; every later request that changes anything carries the token
 * in the header {@code X-CSRF-TOKEN}.
 */
@RestController
@RequestMapping("/api/v1/session")
class SessionApi {
    private final AuthenticationProvider accounts;
    private final SessionRegistry sessions;
    private final ErrorWriter errors;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final WebAuthenticationDetailsSource details = new WebAuthenticationDetailsSource();

    SessionApi(AuthenticationProvider accounts, SessionRegistry sessions, ErrorWriter errors) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.errors = errors;
    }

    record SignIn(String login, String password) {}

    record Session(@Nullable String login, @Nullable Role role, String token) {}

    @GetMapping
    ResponseEntity<Session> who(
            @AuthenticationPrincipal @Nullable SignedIn me, @Parameter(hidden = true) CsrfToken token) {
        return answer(me, token);
    }

    @PostMapping
    @Nullable
    ResponseEntity<Session> signIn(
            @RequestBody SignIn body,
            HttpServletRequest request,
            HttpServletResponse response,
            @Parameter(hidden = true) CsrfToken token)
            throws IOException {
        UsernamePasswordAuthenticationToken asked =
                UsernamePasswordAuthenticationToken.unauthenticated(body.login(), body.password());
        asked.setDetails(details.buildDetails(request));
        Authentication known;
        try {
            known = accounts.authenticate(asked);
        } catch (AuthenticationException e) {
            if (e instanceof Busy || e instanceof Paused) {
                response.setHeader("Retry-After", "10");
            }
            String code = e instanceof Busy ? "BUSY" : e instanceof Paused ? "PAUSED" : "SIGN_IN_FAILED";
            errors.write(request, response, e instanceof Busy ? 503 : e instanceof Paused ? 429 : 401, code);
            return null;
        }
        request.getSession(true);
        request.changeSessionId();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(known);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        sessions.registerNewSession(request.getSession().getId(), known.getPrincipal());
        return answer((SignedIn) known.getPrincipal(), token);
    }

    private static ResponseEntity<Session> answer(@Nullable SignedIn me, CsrfToken token) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Session(me == null ? null : me.login(), me == null ? null : me.role(), token.getToken()));
    }
}
