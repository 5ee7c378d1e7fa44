package org.zhikao.web.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;
import org.zhikao.admissions.preference.Preferences;
import org.zhikao.admissions.registration.RegistrationCommand.WithdrawApplication;
import org.zhikao.admissions.season.Phase;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.views.dossier.Candidate;
import org.zhikao.views.dossier.CandidateStatus;
import org.zhikao.views.dossier.Journeys;
import org.zhikao.views.season.SeasonQueries.PhaseRow;
import org.zhikao.views.season.SeasonQueries.SeasonRow;
import org.zhikao.web.access.Acts;
import org.zhikao.web.access.SignedIn;
import org.zhikao.web.season.Guides;
import org.zhikao.web.season.SeasonClock;
import org.zhikao.web.shared.Freshness;
import org.zhikao.web.shared.Unusable;
import org.zhikao.web.shared.Visit;

/** 我办到哪一步了: the one page a candidate opens again and again. */
@Controller
class CandidatePages {
    private final Cases cases;
    private final Guides guides;
    private final Journeys journeys;
    private final SeasonClock clock;
    private final Freshness freshness;
    private final Acts acts;
    private final Visit visit;

    CandidatePages(
            Cases cases,
            Guides guides,
            Journeys journeys,
            SeasonClock clock,
            Freshness freshness,
            Acts acts,
            Visit visit) {
        this.cases = cases;
        this.guides = guides;
        this.journeys = journeys;
        this.clock = clock;
        this.freshness = freshness;
        this.acts = acts;
        this.visit = visit;
    }

    /** 可办事项: what the candidate can do now, in the order of the season. */
    public record Task(String key, String path, boolean open) {}

    @GetMapping("/candidate")
    @Nullable
    String status(@AuthenticationPrincipal SignedIn me, ServletWebRequest request, Model model) {
        var known = cases.knownVersion(me);
        SeasonId season = me.ownSeason();
        if (known.isPresent() && freshness.known(request, known.getAsLong(), clock.version(season))) {
            return null;
        }
        Optional<Candidate> own = cases.own(me);
        List<PhaseRow> phases = clock.phases(season);
        if (own.isEmpty()) {
            model.addAttribute("open", open(phases, Phase.REGISTRATION));
            SeasonRow row = guides.current();
            model.addAttribute("guide", row.published() == 0 ? null : guides.published(row));
            return "candidate/start";
        }
        Candidate candidate = own.get();
        if (known.isEmpty() && freshness.known(request, candidate.version(), clock.version(season))) {
            return null;
        }
        model.addAttribute("journey", journeys.of(candidate));
        model.addAttribute("guide", guides.now(season));
        model.addAttribute("tasks", tasks(candidate, phases));
        return "candidate/status";
    }

    private static boolean open(List<PhaseRow> phases, Phase phase) {
        return phases.stream().anyMatch(row -> row.phase() == phase && row.open());
    }

    private static List<Task> tasks(Candidate c, List<PhaseRow> phases) {
        List<Task> tasks = new ArrayList<>();
        CandidateStatus status = c.status();
        if (status == CandidateStatus.RETURNED) {
            tasks.add(new Task("task.resubmit", "/candidate/apply", open(phases, Phase.REGISTRATION)));
        }
        tasks.add(new Task(
                "task.exemption",
                "/candidate/exemptions",
                !status.isFinal() && c.seating() == null && open(phases, Phase.EXEMPTION)));
        tasks.add(new Task(
                "task.ticket",
                "/candidate/ticket",
                c.seating() != null && c.seating().ticketAt() != null));
        tasks.add(new Task("task.marks", "/candidate/marks", c.released() != null));
        tasks.add(new Task("task.preferences", "/candidate/preferences", mayWish(c, phases)));
        tasks.add(new Task("task.answer", "/candidate/result", status == CandidateStatus.PLACED));
        return tasks;
    }

    private static boolean mayWish(Candidate c, List<PhaseRow> phases) {
        boolean locked = c.wishes() != null && c.wishes().stage() == Preferences.Stage.LOCKED;
        boolean entitled = c.released() != null && c.released().result().eligible();
        boolean seated = c.outcome() != null && c.outcome().offer() != null;
        return entitled
                && !seated
                && (!locked || c.status() == CandidateStatus.NOT_PLACED)
                && open(phases, Phase.PREFERENCE);
    }

    @GetMapping("/candidate/withdraw")
    String askWithdraw(@AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute("candidate", cases.ownOrMissing(me));
        return "candidate/withdraw";
    }

    @PostMapping("/candidate/withdraw")
    String withdraw(@AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "") String sure) {
        if (!sure.equals("yes")) {
            throw new Unusable("NOT_CONFIRMED");
        }
        return visit.sent(new WithdrawApplication(me.ownDossier(), acts.by(me)), "/candidate");
    }
}
