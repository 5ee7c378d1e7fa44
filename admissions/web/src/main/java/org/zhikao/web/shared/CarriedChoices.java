package org.zhikao.web.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Carries the reader's choices, language and large type (适老化), from each address to every link, form and redirect of
 * its page, so that no cookie is needed for them.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class CarriedChoices extends OncePerRequestFilter {
    static final String VIEW = "view";
    static final String LARGE = "large";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        StringBuilder carried = new StringBuilder();
        // Asked of the query only: reading parameters here would consume a body before its limits are known.
        String query = request.getQueryString() == null ? "" : "&" + request.getQueryString() + "&";
        if (query.contains("&" + Language.PARAMETER + "=en&")) {
            carried.append('&').append(Language.PARAMETER).append("=en");
        }
        if (query.contains("&" + VIEW + "=" + LARGE + "&")) {
            carried.append('&').append(VIEW).append('=').append(LARGE);
        }
        chain.doFilter(request, carried.isEmpty() ? response : new Carrying(response, carried.substring(1)));
    }

    private static final class Carrying extends HttpServletResponseWrapper {
        private final String carried;

        Carrying(HttpServletResponse response, String carried) {
            super(response);
            this.carried = carried;
        }

        @Override
        public String encodeURL(String url) {
            return super.encodeURL(withChoices(url));
        }

        @Override
        public String encodeRedirectURL(String url) {
            return super.encodeRedirectURL(withChoices(url));
        }

        private String withChoices(String url) {
            boolean own = url.startsWith("/") && !url.startsWith("/css/") && !url.startsWith("/webjars/");
            // A link that names a choice itself, such as the switch to the other language, decides for itself.
            if (!own || url.contains(Language.PARAMETER + "=") || url.contains(VIEW + "=")) {
                return url;
            }
            int fragment = url.indexOf('#');
            String path = fragment < 0 ? url : url.substring(0, fragment);
            String rest = fragment < 0 ? "" : url.substring(fragment);
            return path + (path.contains("?") ? "&" : "?") + carried + rest;
        }
    }
}
