package org.zhikao.web.registration;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhikao.admissions.registration.RegistrationCommand;
import org.zhikao.admissions.registration.RegistrationCommand.ConfirmEligibility;
import org.zhikao.admissions.registration.RegistrationCommand.RejectEligibility;
import org.zhikao.admissions.registration.RegistrationCommand.ReturnApplication;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.views.Page;
import org.zhikao.views.audit.Timeline;
import org.zhikao.views.dossier.Candidate;
import org.zhikao.views.dossier.CandidateQueries;
import org.zhikao.views.dossier.CandidateStatus;
import org.zhikao.views.dossier.Journeys;
import org.zhikao.views.registration.RegistrationQueue;
import org.zhikao.views.season.SeasonQueries.SeasonRow;
import org.zhikao.web.access.Acts;
import org.zhikao.web.access.Routes;
import org.zhikao.web.access.SignedIn;
import org.zhikao.web.season.Guides;
import org.zhikao.web.shared.Unusable;
import org.zhikao.web.shared.Visit;

/** 报名点工作台: the queue of applications and the decision on each. */
@Controller
class PointPages {
    private static final int ROWS = 50;

    private final RegistrationQueue queue;
    private final CandidateQueries candidates;
    private final Cases cases;
    private final Guides guides;
    private final Journeys journeys;
    private final Timeline timeline;
    private final Acts acts;
    private final Visit visit;

    PointPages(
            RegistrationQueue queue,
            CandidateQueries candidates,
            Cases cases,
            Guides guides,
            Journeys journeys,
            Timeline timeline,
            Acts acts,
            Visit visit) {
        this.queue = queue;
        this.candidates = candidates;
        this.cases = cases;
        this.guides = guides;
        this.journeys = journeys;
        this.timeline = timeline;
        this.acts = acts;
        this.visit = visit;
    }

    @GetMapping("/point")
    String queue(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(required = false) @Nullable String track,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        SeasonRow season = guides.current();
        var filter = new RegistrationQueue.Filter(season.id(), me.organisation(), given(track), given(category));
        Page<RegistrationQueue.Row> page = queue.waiting(filter, given(after), ROWS);
        model.addAttribute("page", page);
        model.addAttribute("filter", filter);
        model.addAttribute("waiting", queue.count(season.id(), me.organisation()));
        model.addAttribute(
                "names",
                cases.masked(page.rows().stream()
                        .map(RegistrationQueue.Row::candidate)
                        .toList()));
        model.addAttribute("guide", guides.published(season));
        return "point/queue";
    }

    @GetMapping({"/point/candidates", "/office/candidates"})
    String candidates(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(required = false) @Nullable CandidateStatus status,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        SeasonRow season = guides.current();
        Page<Candidate> page = candidates.page(
                season.id(), me.organisation(), status == null ? Set.of() : Set.of(status), given(after), ROWS);
        model.addAttribute("page", page);
        model.addAttribute("status", status);
        model.addAttribute("statuses", List.of(CandidateStatus.values()));
        model.addAttribute(
                "names", cases.masked(page.rows().stream().map(Candidate::id).toList()));
        model.addAttribute("guide", guides.published(season));
        model.addAttribute("base", Routes.home(me.role()));
        return "point/candidates";
    }

    @GetMapping("/point/cases/{candidate}")
    String one(@AuthenticationPrincipal SignedIn me, @PathVariable CandidateId candidate, Model model) {
        Candidate found = cases.below(me, candidate);
        model.addAttribute("candidate", found);
        model.addAttribute("who", cases.open(candidate));
        model.addAttribute("journey", journeys.of(found));
        model.addAttribute("history", timeline.of(candidate));
        model.addAttribute("guide", guides.published(found.season()));
        return "point/case";
    }

    @PostMapping("/point/cases/{candidate}")
    String decide(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable CandidateId candidate,
            @RequestParam String decision,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String clause) {
        RegistrationCommand command = switch (decision) {
            case "confirm" -> new ConfirmEligibility(candidate, acts.by(me, reason));
            case "reject" -> new RejectEligibility(candidate, clause.strip(), acts.by(me, reason));
            case "return" -> new ReturnApplication(candidate, acts.by(me, reason));
            default -> throw new Unusable("CHOICE_MISSING");
        };
        return visit.sent(command, "/point/cases/" + candidate);
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
