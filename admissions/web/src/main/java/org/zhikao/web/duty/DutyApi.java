package org.zhikao.web.duty;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhikao.admissions.duty.DutyTerms;
import org.zhikao.web.Commands;
import org.zhikao.web.access.Acts;
import org.zhikao.web.access.SignedIn;
import org.zhikao.web.shared.Sent;

/** 职责接口: the same list and the same decision for other systems. */
@RestController
@RequestMapping("/api/v1/duties")
class DutyApi {
    private final DutyDesk desk;
    private final Commands commands;
    private final Acts acts;

    DutyApi(DutyDesk desk, Commands commands, Acts acts) {
        this.desk = desk;
        this.commands = commands;
        this.acts = acts;
    }

    /** 待办, with the form to fill in. */
    record Owed(
            String process,
            String about,
            Instant since,
            @Nullable Instant deadline,
            boolean escalated,
            DutyTerms duty) {}

    /** {@code answers} by field, the personal ones too: they are sealed before anything is recorded. */
    record Decision(
            String process, String about, String duty, String outcome, Map<String, String> answers, String reason) {}

    @GetMapping
    List<Owed> owed(@AuthenticationPrincipal SignedIn me) {
        return desk.tasks(me).stream()
                .map(task -> new Owed(
                        task.open().process(),
                        task.open().about(),
                        task.open().since(),
                        task.open().deadline(),
                        task.open().escalated(),
                        task.duty()))
                .toList();
    }

    @PostMapping("/decisions")
    ResponseEntity<Sent> decide(@AuthenticationPrincipal SignedIn me, @RequestBody Decision body) {
        return Sent.answer(commands.send(desk.decision(
                acts.by(me, body.reason()),
                body.process(),
                body.about(),
                body.duty(),
                body.outcome(),
                body.answers())));
    }
}
