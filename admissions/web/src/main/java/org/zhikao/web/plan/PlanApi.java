package org.zhikao.web.plan;

import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhikao.admissions.plan.PlanCommand.ChangePlan;
import org.zhikao.admissions.plan.PlanCommand.DeclarePlan;
import org.zhikao.admissions.plan.PlanUnit;
import org.zhikao.views.plan.PlanQueries;
import org.zhikao.web.Commands;
import org.zhikao.web.access.Acts;
import org.zhikao.web.access.SignedIn;
import org.zhikao.web.season.Guides;
import org.zhikao.web.shared.Sent;

/** 院校接口: its own plan. */
@RestController
@RequestMapping("/api/v1/college/plan")
class PlanApi {
    private final PlanQueries plans;
    private final Guides guides;
    private final Commands commands;
    private final Acts acts;

    PlanApi(PlanQueries plans, Guides guides, Commands commands, Acts acts) {
        this.plans = plans;
        this.guides = guides;
        this.commands = commands;
        this.acts = acts;
    }

    record Unit(String code, String name, String level, String track, String category, List<String> kinds, int quota) {}

    record NewPlan(String name, List<Unit> units) {}

    record Change(int quota, String document, String reason) {}

    @GetMapping
    List<PlanQueries.UnitRow> plan(@AuthenticationPrincipal SignedIn me) {
        return plans.of(guides.current().id(), me.organisation());
    }

    @PostMapping
    ResponseEntity<Sent> declare(@AuthenticationPrincipal SignedIn me, @RequestBody NewPlan body) {
        List<PlanUnit> units = body.units().stream()
                .map(u -> new PlanUnit(u.code(), u.name(), u.level(), u.track(), u.category(), u.kinds(), u.quota()))
                .toList();
        return Sent.answer(commands.send(
                new DeclarePlan(guides.current().id(), me.organisation(), body.name(), units, acts.by(me))));
    }

    @PostMapping("/units/{unit}/quota")
    ResponseEntity<Sent> change(
            @AuthenticationPrincipal SignedIn me, @PathVariable String unit, @RequestBody Change body) {
        return Sent.answer(commands.send(new ChangePlan(
                guides.current().id(),
                me.organisation(),
                unit,
                body.quota(),
                body.document(),
                acts.by(me, body.reason()))));
    }
}
