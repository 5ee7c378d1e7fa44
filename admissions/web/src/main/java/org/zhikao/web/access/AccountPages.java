package org.zhikao.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhikao.web.access.AccountDesk.Outcome;

/** 登录、激活、修改密码. */
@Controller
class AccountPages {
    private final AccountDesk accounts;
    private final ObjectProvider<DemonstrationAccounts> demonstration;

    AccountPages(AccountDesk accounts, ObjectProvider<DemonstrationAccounts> demonstration) {
        this.accounts = accounts;
        this.demonstration = demonstration;
    }

    @GetMapping("/")
    String welcome() {
        return "welcome";
    }

    @GetMapping("/home")
    String home(@AuthenticationPrincipal SignedIn me) {
        return "redirect:" + Routes.home(me.role());
    }

    @GetMapping("/sign-in")
    String signIn(HttpServletRequest request, Model model) {
        model.addAttribute("notice", notice(request));
        model.addAttribute("demonstrationAccounts", demonstrationAccounts());
        return "access/sign-in";
    }

    private static @Nullable String notice(HttpServletRequest request) {
        return List.of("wrong", "busy", "paused", "again", "ended", "out", "activated").stream()
                .filter(request.getParameterMap()::containsKey)
                .findFirst()
                .orElse(null);
    }

    private List<DemonstrationAccounts.Shown> demonstrationAccounts() {
        DemonstrationAccounts known = demonstration.getIfAvailable();
        return known == null ? List.of() : known.shown();
    }

    @GetMapping("/activate")
    String activation(Model model) {
        model.addAttribute("login", "");
        model.addAttribute("outcome", null);
        return "access/activate";
    }

    @PostMapping("/activate")
    Object activate(
            @RequestParam String login,
            @RequestParam String code,
            @RequestParam String password,
            HttpServletRequest request) {
        Outcome outcome = accounts.activate(login.strip(), code.strip(), password, request.getRemoteAddr());
        if (outcome == Outcome.DONE) {
            return "redirect:/sign-in?activated";
        }
        ModelAndView again = again("access/activate", outcome);
        again.addObject("login", login.strip());
        return again;
    }

    @GetMapping("/account/password")
    String password(Model model) {
        model.addAttribute("outcome", null);
        return "access/password";
    }

    @PostMapping("/account/password")
    Object change(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String before,
            @RequestParam String after,
            HttpServletRequest request) {
        Outcome outcome = accounts.changePassword(me, before, after, request.getRemoteAddr());
        // All sessions of the account end with its old password, this one included.
        return outcome == Outcome.DONE ? "redirect:/sign-in?activated" : again("access/password", outcome);
    }

    private static ModelAndView again(String page, Outcome outcome) {
        HttpStatus status =
                outcome == Outcome.TOO_MANY ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNPROCESSABLE_ENTITY;
        ModelAndView answer = new ModelAndView(page, status);
        answer.addObject("outcome", outcome.name());
        return answer;
    }
}
