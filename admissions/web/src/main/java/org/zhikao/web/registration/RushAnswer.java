package org.zhikao.web.registration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.zhikao.admissions.season.Phase;
import org.zhikao.views.status.PhaseCalendar;
import org.zhikao.web.access.SignedIn;
import org.zhikao.web.registration.Rush.Crowded;
import org.zhikao.web.shared.Dates;
import org.zhikao.web.shared.ErrorWriter;

/** What who must come back is told: how long to wait, that nothing was accepted yet, and which instant counts. */
@ControllerAdvice
@Order(0)
class RushAnswer {
    private static final List<String> FIELDS = List.of("name", "identity", "phone", "track", "category", "kind");

    private final ErrorWriter errors;
    private final PhaseCalendar calendar;
    private final Dates dates;

    RushAnswer(ErrorWriter errors, PhaseCalendar calendar, Dates dates) {
        this.errors = errors;
        this.calendar = calendar;
        this.dates = dates;
    }

    @ExceptionHandler
    Object crowded(Crowded why, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(why.seconds()));
        String by = end();
        Object answer = errors.answer(
                request,
                response,
                HttpStatus.TOO_MANY_REQUESTS.value(),
                "CROWDED",
                Map.of("seconds", String.valueOf(why.seconds()), "by", by));
        if (answer instanceof ModelAndView page) {
            page.setViewName("candidate/crowded");
            page.addObject("kept", kept(request));
            page.addObject("again", request.getRequestURI());
        }
        return answer;
    }

    /** What was typed goes along in the page, so that sending it again is one press. */
    private static Map<String, String> kept(HttpServletRequest request) {
        Map<String, String> kept = new LinkedHashMap<>();
        if (request.getMethod().equals("POST")) {
            FIELDS.forEach(field -> {
                String typed = request.getParameter(field);
                if (typed != null) {
                    kept.put(field, typed);
                }
            });
        }
        return kept;
    }

    private String end() {
        SignedIn me = account();
        Instant end = me == null || me.season() == null
                ? null
                : calendar.end(me.ownSeason(), Phase.REGISTRATION, 1).orElse(null);
        return end == null ? "—" : dates.minute(end, LocaleContextHolder.getLocale());
    }

    private static @Nullable SignedIn account() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof SignedIn account ? account : null;
    }
}
