package org.zhikao.web.season;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhikao.admissions.process.Position;
import org.zhikao.admissions.process.ProcessModels;
import org.zhikao.admissions.process.ProcessState;
import org.zhikao.admissions.season.Phase;
import org.zhikao.admissions.season.SeasonCommand;
import org.zhikao.admissions.season.SeasonCommand.ClosePhase;
import org.zhikao.admissions.season.SeasonCommand.OpenPhase;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.views.dossier.CandidateStatus;
import org.zhikao.views.season.SeasonQueries;
import org.zhikao.views.season.SeasonQueries.Count;
import org.zhikao.views.season.SeasonQueries.PhaseRow;
import org.zhikao.views.season.SeasonQueries.SeasonRow;
import org.zhikao.web.SeasonWork;
import org.zhikao.web.access.Acts;
import org.zhikao.web.access.SignedIn;
import org.zhikao.web.shared.Unusable;
import org.zhikao.web.shared.Visit;

/** 考试院工作台: the season's phases, who stands where, and the next step. */
@Controller
class OfficePages {
    private static final int JOBS = 8;

    private final Guides guides;
    private final SeasonQueries seasons;
    private final SeasonWork work;
    private final ObjectProvider<ProcessState> state;
    private final ObjectProvider<ProcessModels> models;
    private final Acts acts;
    private final Visit visit;

    OfficePages(
            Guides guides,
            SeasonQueries seasons,
            SeasonWork work,
            ObjectProvider<ProcessState> state,
            ObjectProvider<ProcessModels> models,
            Acts acts,
            Visit visit) {
        this.guides = guides;
        this.seasons = seasons;
        this.work = work;
        this.state = state;
        this.models = models;
        this.acts = acts;
        this.visit = visit;
    }

    /** 阶段 as the page shows it: not yet, open or closed. */
    public record PhaseLine(
            Phase phase, int round, String state, @Nullable PhaseRow row) {}

    @GetMapping("/office")
    String season(@AuthenticationPrincipal SignedIn me, Model model) {
        SeasonRow season = guides.newest().orElse(null);
        model.addAttribute("season", season);
        if (season == null || season.published() == 0) {
            return "office/empty";
        }
        Guide guide = guides.published(season);
        List<PhaseRow> phases = seasons.phases(season.id());
        List<Count> counts = seasons.counts(season.id(), me.organisation());
        model.addAttribute("guide", guide);
        model.addAttribute("phases", lines(phases, guide.rounds()));
        model.addAttribute("statuses", byStatus(counts));
        model.addAttribute("categories", byCategory(counts));
        model.addAttribute("total", counts.stream().mapToLong(Count::candidates).sum());
        model.addAttribute("jobs", work.jobs(season.id(), me, JOBS));
        model.addAttribute("picture", picture(season.id(), counts));
        return "office/season";
    }

    private static List<PhaseLine> lines(List<PhaseRow> rows, int rounds) {
        List<PhaseLine> lines = new ArrayList<>();
        for (Phase phase : List.of(Phase.REGISTRATION, Phase.EXEMPTION, Phase.EXAM, Phase.SCORING)) {
            lines.add(line(rows, phase, 1));
        }
        for (int round = 1; round <= rounds; round++) {
            for (Phase phase : List.of(Phase.PREFERENCE, Phase.PLACEMENT, Phase.CONFIRMATION)) {
                lines.add(line(rows, phase, round));
            }
        }
        return lines;
    }

    private static PhaseLine line(List<PhaseRow> rows, Phase phase, int round) {
        PhaseRow row = rows.stream()
                .filter(r -> r.phase() == phase && r.round() == round)
                .findFirst()
                .orElse(null);
        return new PhaseLine(phase, round, row == null ? "ahead" : row.open() ? "open" : "closed", row);
    }

    private static Map<CandidateStatus, Long> byStatus(List<Count> counts) {
        Map<CandidateStatus, Long> sums = new EnumMap<>(CandidateStatus.class);
        counts.forEach(count -> sums.merge(count.status(), count.candidates(), Long::sum));
        return sums;
    }

    private static Map<String, Long> byCategory(List<Count> counts) {
        Map<String, Long> sums = new TreeMap<>();
        counts.forEach(count -> sums.merge(count.track() + "/" + count.category(), count.candidates(), Long::sum));
        return sums;
    }

    /** The season's own process as drawn: where its token stands, and at each phase how many candidates stand in it. */
    private @Nullable String picture(SeasonId season, List<Count> counts) {
        ProcessModels drawn = models.getIfAvailable();
        ProcessState now = state.getIfAvailable();
        if (drawn == null || now == null) {
            return null;
        }
        ProcessModels.ProcessModel model = drawn.model("season");
        Optional<Position> position = now.position("season", season.value());
        Map<String, Long> byPhase = new HashMap<>();
        counts.forEach(count -> byPhase.merge(phaseOf(count.status()), count.candidates(), Long::sum));
        Map<String, Long> badges = new HashMap<>();
        model.steps().forEach(step -> {
            Long standing = byPhase.get(step.phase());
            if (standing != null && step.kind().equals("receive")) {
                badges.put(step.id(), standing);
            }
        });
        return BpmnPicture.of(model.bpmn())
                .draw(
                        position.map(p -> Set.copyOf(p.activities())).orElse(Set.of()),
                        position.map(p -> Set.copyOf(p.flows())).orElse(Set.of()),
                        badges);
    }

    /** The phase in which a candidate of this status is waited for. */
    private static String phaseOf(CandidateStatus status) {
        return switch (status) {
            case SUBMITTED, RETURNED -> Phase.REGISTRATION.name();
            case CONFIRMED, ARRANGED, TICKETED, EXEMPT -> Phase.EXAM.name();
            case EXAMINED -> Phase.SCORING.name();
            case RELEASED, SAVED -> Phase.PREFERENCE.name();
            case LOCKED, LAPSED, NOT_PLACED -> Phase.PLACEMENT.name();
            case PLACED -> Phase.CONFIRMATION.name();
            case REJECTED, WITHDRAWN, INELIGIBLE, UNPLACED, OFFER_CONFIRMED, OFFER_DECLINED -> "";
        };
    }

    @PostMapping("/office/phases")
    String phase(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam Phase phase,
            @RequestParam int round,
            @RequestParam String step,
            @RequestParam(defaultValue = "") String reason) {
        SeasonId season = guides.current().id();
        SeasonCommand command = switch (step) {
            case "open" -> new OpenPhase(season, phase, round, acts.by(me, reason));
            case "close" -> new ClosePhase(season, phase, round, acts.by(me, reason));
            default -> throw new Unusable("CHOICE_MISSING");
        };
        return visit.sent(command, "/office");
    }

    /** Exists in demonstration mode only: elsewhere the clock belongs to nobody. */
    @PostMapping("/office/next-phase")
    String next(@AuthenticationPrincipal SignedIn me) {
        if (!work.demonstration()) {
            throw new Unusable("DEMONSTRATION_ONLY");
        }
        return "redirect:/office/jobs/" + work.nextPhase(guides.current().id(), acts.by(me));
    }
}
