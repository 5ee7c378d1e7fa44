package org.zhikao.web.registration;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhikao.admissions.registration.RegistrationCommand.ConfirmEligibility;
import org.zhikao.admissions.registration.RegistrationCommand.RejectEligibility;
import org.zhikao.admissions.registration.RegistrationCommand.ReturnApplication;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.views.Page;
import org.zhikao.views.registration.RegistrationQueue;
import org.zhikao.web.Commands;
import org.zhikao.web.access.Acts;
import org.zhikao.web.access.SignedIn;
import org.zhikao.web.season.Guides;
import org.zhikao.web.shared.Sent;

/** 报名点接口: the queue, and the decision on one application. */
@RestController
@RequestMapping("/api/v1/point")
class PointApi {
    private static final int ROWS = 200;

    private final RegistrationQueue queue;
    private final Guides guides;
    private final Commands commands;
    private final Acts acts;

    PointApi(RegistrationQueue queue, Guides guides, Commands commands, Acts acts) {
        this.queue = queue;
        this.guides = guides;
        this.commands = commands;
        this.acts = acts;
    }

    /** {@code clause} only with {@code REJECT}. */
    record Decision(Verb verb, @Nullable String clause, String reason) {
        enum Verb {
            CONFIRM,
            REJECT,
            RETURN
        }
    }

    @GetMapping("/queue")
    Page<RegistrationQueue.Row> waiting(
            @AuthenticationPrincipal SignedIn me, @RequestParam(required = false) @Nullable String after) {
        return queue.waiting(
                new RegistrationQueue.Filter(guides.current().id(), me.organisation(), null, null), after, ROWS);
    }

    @PostMapping("/cases/{candidate}/decision")
    ResponseEntity<Sent> decide(
            @AuthenticationPrincipal SignedIn me, @PathVariable CandidateId candidate, @RequestBody Decision body) {
        String clause = body.clause() == null ? "" : body.clause();
        return Sent.answer(commands.send(
                switch (body.verb()) {
                    case CONFIRM -> new ConfirmEligibility(candidate, acts.by(me, body.reason()));
                    case REJECT -> new RejectEligibility(candidate, clause, acts.by(me, body.reason()));
                    case RETURN -> new ReturnApplication(candidate, acts.by(me, body.reason()));
                }));
    }
}
