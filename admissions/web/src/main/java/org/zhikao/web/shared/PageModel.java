package org.zhikao.web.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.zhikao.admissions.shared.Role;
import org.zhikao.web.SeasonWork;
import org.zhikao.web.access.SignedIn;

/** What the frame of every page needs: who is signed in, where one is, the choices that the address carries. */
@ControllerAdvice(annotations = Controller.class)
class PageModel {
    private final SeasonWork work;

    PageModel(SeasonWork work) {
        this.work = work;
    }

    /** 导航项. */
    public record Item(String path, String key, boolean current) {}

    @ModelAttribute
    void frame(HttpServletRequest request, Model model) {
        model.addAllAttributes(frame(request));
    }

    /** The same for the error page, which no controller of ours prepares. */
    Map<String, Object> frame(HttpServletRequest request) {
        SignedIn me = account();
        String path = request.getRequestURI();
        Map<String, Object> frame = new HashMap<>();
        frame.put("me", me);
        frame.put("path", path.equals("/error") ? "/" : path);
        frame.put("english", Language.of(request).equals(Locale.ENGLISH));
        frame.put("large", CarriedChoices.LARGE.equals(request.getParameter(CarriedChoices.VIEW)));
        frame.put("demonstration", work.demonstration());
        frame.put("nav", me == null ? List.of() : navigation(me.role(), path));
        frame.put("scripted", false);
        frame.put("pending", request.getParameterMap().containsKey("pending"));
        return frame;
    }

    private static @Nullable SignedIn account() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof SignedIn account ? account : null;
    }

    private static List<Item> navigation(Role role, String path) {
        List<String> pages = switch (role) {
            case CANDIDATE ->
                List.of(
                        "/candidate",
                        "/candidate/exemptions",
                        "/candidate/notices",
                        "/candidate/ticket",
                        "/candidate/marks",
                        "/candidate/preferences",
                        "/candidate/result");
            case REGISTRATION_POINT -> List.of("/point", "/duties", "/point/candidates", "/point/accounts");
            case REVIEWER -> List.of("/reviews", "/duties");
            case EXAM_OFFICE ->
                List.of(
                        "/office",
                        "/office/rules",
                        "/office/what-if",
                        "/office/processes",
                        "/duties",
                        "/office/candidates",
                        "/reviews",
                        "/office/imports",
                        "/office/placement");
            case COLLEGE -> List.of("/college", "/duties", "/college/marks", "/college/admitted");
            case AUDITOR -> List.of("/audit", "/audit/log");
            case SYSTEM -> List.of();
        };
        // The longest page that the address lies under is the current one.
        String current = pages.stream()
                .filter(page -> path.equals(page) || path.startsWith(page + "/"))
                .reduce("", (a, b) -> b.length() > a.length() ? b : a);
        return pages.stream()
                .map(page -> new Item(page, "nav" + page.replace('/', '.'), page.equals(current)))
                .toList();
    }
}
