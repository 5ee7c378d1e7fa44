package org.zhikao.web.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Weak ETags: a repeated read of what has not changed is answered 304 before anything is read or rendered. Weak, because a
 * strong one would switch the connector's compression off.
 */
@Component
public class Freshness {
    /** Always asked again, so that a page after an act never shows the state before it. */
    private static final String ASK_AGAIN = "private, no-cache";

    /**
     * True when the reader already has this version of the page; the 304 is then written.
     *
     * @param parts whatever the page depends on
     */
    public boolean known(ServletWebRequest request, Object... parts) {
        HttpServletRequest asked = request.getRequest();
        HttpSession session = asked.getSession(false);
        // The session stands in it because forms carry its token; language and type size because they change the page.
        int tag = Objects.hash(
                Objects.hash(parts),
                session == null ? "" : session.getId(),
                Language.of(asked),
                Objects.requireNonNullElse(asked.getParameter(CarriedChoices.VIEW), ""),
                asked.getParameterMap().containsKey("pending"));
        if (request.getResponse() != null) {
            request.getResponse().setHeader(HttpHeaders.CACHE_CONTROL, ASK_AGAIN);
            request.getResponse().setHeader(HttpHeaders.VARY, "Cookie, HX-Request");
        }
        return request.checkNotModified(
                "W/\"" + (parts.length == 0 ? "" : parts[0]) + "-" + Integer.toHexString(tag) + "\"");
    }
}
