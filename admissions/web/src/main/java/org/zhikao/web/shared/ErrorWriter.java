package org.zhikao.web.shared;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Says what went wrong: a page for people, {@code application/problem+json} for programs; never a stack trace. */
@Component
public class ErrorWriter {
    /** Request attribute by which a filter hands its code to the error page. */
    static final String CODE = ErrorWriter.class.getName() + ".code";

    private final Texts texts;
    private final PageModel frame;
    private final ObjectMapper json = StrictJson.mapper();

    ErrorWriter(Texts texts, PageModel frame) {
        this.texts = texts;
        this.frame = frame;
    }

    /** Programs ask below {@code /api/} or for JSON. */
    public static boolean wantsProblem(HttpServletRequest request) {
        String path = request.getAttribute("jakarta.servlet.error.request_uri") instanceof String before
                ? before
                : request.getRequestURI();
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return path.startsWith("/api/")
                || (accept != null && accept.contains("json") && !accept.contains(MediaType.TEXT_HTML_VALUE));
    }

    /** The answer of a controller where the way, not the act, is at fault: {@code transport.<code>} has the text. */
    public Object answer(
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
            String code,
            Map<String, String> parameters) {
        return answer(request, response, Problem.of(status, code, parameters));
    }

    /** The answer of a controller: a page or a problem, by the request. */
    Object answer(HttpServletRequest request, HttpServletResponse response, Problem problem) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Locale locale = Language.of(request);
        if (wantsProblem(request)) {
            return ResponseEntity.status(problem.status())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(body(problem, locale));
        }
        ModelAndView page = new ModelAndView("error", problem.status());
        page.addAllObjects(frame.frame(request));
        page.addObject("status", problem.status().value());
        page.addObject("code", problem.code());
        page.addObject("heading", texts.title(problem, locale));
        page.addObject("detail", texts.detail(problem, locale));
        return page;
    }

    /** The answer of a filter, where no controller is at hand: a problem at once, a page by way of the error page. */
    public void write(HttpServletRequest request, HttpServletResponse response, int status, String code)
            throws IOException {
        if (!wantsProblem(request)) {
            request.setAttribute(CODE, code);
            response.sendError(status);
            return;
        }
        response.setStatus(status);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        json.writeValue(response.getOutputStream(), body(Problem.of(status, code, Map.of()), Language.of(request)));
    }

    private ProblemBody body(Problem problem, Locale locale) {
        return new ProblemBody(
                "urn:problem:zhikao:" + problem.code().toLowerCase(Locale.ROOT).replace('_', '-'),
                texts.title(problem, locale),
                problem.status().value(),
                texts.detail(problem, locale),
                problem.code(),
                problem.parameters());
    }

    /** RFC 9457, with a stable code and the parameters of the text. */
    record ProblemBody(
            String type, String title, int status, String detail, String code, Map<String, String> parameters) {}
}
