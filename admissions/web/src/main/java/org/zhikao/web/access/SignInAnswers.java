package org.zhikao.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;

/** Where a visitor lands after signing in, failing to, and signing out. */
@Component
class SignInAnswers implements AuthenticationSuccessHandler, AuthenticationFailureHandler, LogoutSuccessHandler {
    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        SignedIn account = (SignedIn) who.getPrincipal();
        go(response, account.mustChange() ? "/account/password" : Routes.home(account.role()));
    }

    /** One answer for an unknown login and a wrong password; the reasons that tell nothing of an account have their own. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        if (why instanceof Busy) {
            go(response, "/sign-in?busy");
        } else if (why instanceof Paused) {
            go(response, "/sign-in?paused");
        } else {
            go(response, "/sign-in?wrong");
        }
    }

    @Override
    public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who)
            throws IOException {
        // Shared computers: nothing of this visit stays behind.
        response.setHeader("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"");
        go(response, "/sign-in?out");
    }

    private static void go(HttpServletResponse response, String where) throws IOException {
        response.sendRedirect(response.encodeRedirectURL(where));
    }
}
