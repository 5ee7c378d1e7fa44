package org.zhikao.web.placement;

import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhikao.admissions.placement.FilingRules;
import org.zhikao.admissions.placement.PlacementCommand;
import org.zhikao.admissions.placement.PlacementCommand.ConfirmOffer;
import org.zhikao.admissions.placement.PlacementCommand.DeclineOffer;
import org.zhikao.admissions.season.Phase;
import org.zhikao.formats.placement.PublicName;
import org.zhikao.views.dossier.Candidate;
import org.zhikao.views.dossier.CandidateStatus;
import org.zhikao.views.placement.PlacementQueries;
import org.zhikao.views.plan.PlanQueries;
import org.zhikao.views.preference.PreferenceQueries;
import org.zhikao.views.status.PhaseCalendar;
import org.zhikao.web.access.Acts;
import org.zhikao.web.access.SignedIn;
import org.zhikao.web.registration.Cases;
import org.zhikao.web.season.Guide;
import org.zhikao.web.season.Guides;
import org.zhikao.web.shared.Unusable;
import org.zhikao.web.shared.Visit;

/** 录取结果: where one was placed and why, or why not; the answer to an offer. */
@Controller
class ResultPages {
    private final Cases cases;
    private final Guides guides;
    private final PlanQueries plans;
    private final PreferenceQueries preferences;
    private final PlacementQueries placements;
    private final PhaseCalendar calendar;
    private final Acts acts;
    private final Visit visit;

    ResultPages(
            Cases cases,
            Guides guides,
            PlanQueries plans,
            PreferenceQueries preferences,
            PlacementQueries placements,
            PhaseCalendar calendar,
            Acts acts,
            Visit visit) {
        this.cases = cases;
        this.guides = guides;
        this.plans = plans;
        this.preferences = preferences;
        this.placements = placements;
        this.calendar = calendar;
        this.acts = acts;
        this.visit = visit;
    }

    @GetMapping("/candidate/result")
    String result(@AuthenticationPrincipal SignedIn me, Model model) {
        Candidate candidate = cases.own(me).orElse(null);
        Candidate.Decision outcome = candidate == null ? null : candidate.outcome();
        model.addAttribute("outcome", outcome);
        if (candidate != null && outcome != null) {
            model.addAttribute("candidate", candidate);
            Guide guide = guides.published(candidate.season());
            model.addAttribute("guide", guide);
            model.addAttribute(
                    "reasons",
                    guide.rules()
                            .track(candidate.track())
                            .map(track -> placements.reasons(candidate, FilingRules.of(track)))
                            .orElse(List.of()));
            model.addAttribute("rows", preferences.rows(candidate));
            model.addAttribute(
                    "unit",
                    outcome.offer() == null
                            ? null
                            : plans.find(candidate.season(), outcome.offer().unit())
                                    .orElse(null));
            model.addAttribute(
                    "publicName", PublicName.of(outcome.run(), candidate.id().value()));
            model.addAttribute("mayAnswer", candidate.status() == CandidateStatus.PLACED);
            model.addAttribute(
                    "until",
                    calendar.end(candidate.season(), Phase.CONFIRMATION, outcome.round())
                            .orElse(null));
        }
        return "candidate/result";
    }

    /** 答复录取: an answer is final, so it is asked for twice. */
    @PostMapping("/candidate/result")
    String answer(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String answer,
            @RequestParam(defaultValue = "") String sure) {
        PlacementCommand command = switch (answer) {
            case "confirm" -> new ConfirmOffer(me.ownDossier(), acts.by(me));
            case "decline" -> new DeclineOffer(me.ownDossier(), acts.by(me));
            default -> throw new Unusable("CHOICE_MISSING");
        };
        if (!sure.equals("yes")) {
            throw new Unusable("NOT_CONFIRMED");
        }
        return visit.sent(command, "/candidate/result");
    }
}
