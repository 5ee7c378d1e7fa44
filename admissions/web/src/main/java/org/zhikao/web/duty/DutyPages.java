package org.zhikao.web.duty;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhikao.web.access.Acts;
import org.zhikao.web.access.SignedIn;
import org.zhikao.web.registration.Cases;
import org.zhikao.web.shared.Visit;

/** 我的职责: the list of what is owed, and the form that decides one. */
@Controller
class DutyPages {
    private static final String FIELD = "field.";

    private final DutyDesk desk;
    private final Cases cases;
    private final Acts acts;
    private final Visit visit;
    private final Clock clock;

    DutyPages(DutyDesk desk, Cases cases, Acts acts, Visit visit, Clock clock) {
        this.desk = desk;
        this.cases = cases;
        this.acts = acts;
        this.visit = visit;
        this.clock = clock;
    }

    @GetMapping("/duties")
    String tasks(@AuthenticationPrincipal SignedIn me, Model model) {
        List<DutyDesk.Task> tasks = desk.tasks(me);
        model.addAttribute("tasks", tasks);
        model.addAttribute("most", DutyDesk.MOST);
        model.addAttribute("now", clock.instant());
        model.addAttribute(
                "names",
                cases.masked(tasks.stream()
                        .map(task -> task.open().candidate())
                        .distinct()
                        .toList()));
        return "duty/tasks";
    }

    @GetMapping("/duties/decide")
    String form(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String process,
            @RequestParam String about,
            @RequestParam String duty,
            Model model) {
        DutyDesk.Task task = desk.task(me, process, about, duty);
        model.addAttribute("task", task);
        model.addAttribute("name", cases.masked(List.of(task.open().candidate())));
        return "duty/form";
    }

    @PostMapping("/duties/decide")
    String decide(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String process,
            @RequestParam String about,
            @RequestParam String duty,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Map<String, String> all) {
        Map<String, String> answers = new HashMap<>();
        all.forEach((key, answer) -> {
            if (key.startsWith(FIELD)) {
                answers.put(key.substring(FIELD.length()), answer);
            }
        });
        return visit.sent(desk.decision(acts.by(me, reason), process, about, duty, outcome, answers), "/duties");
    }
}
