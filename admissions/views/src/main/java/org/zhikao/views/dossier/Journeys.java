package org.zhikao.views.dossier;

import static org.zhikao.views.dossier.Journey.State.AHEAD;
import static org.zhikao.views.dossier.Journey.State.CURRENT;
import static org.zhikao.views.dossier.Journey.State.DONE;
import static org.zhikao.views.dossier.Journey.State.NOT_NEEDED;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.season.Phase;
import org.zhikao.admissions.shared.Role;
import org.zhikao.views.status.PhaseCalendar;
import org.zhikao.views.status.StatusCatalogue;
import org.zhikao.views.status.StatusCatalogue.Subject;
import org.zhikao.views.status.StatusEntry;

/** 办理进度 of a candidate, worked out of the row alone: no query. */
public final class Journeys {
    /** What an exemption from all exams spares. */
    private static final Set<String> OF_THE_EXAM = Set.of("TICKET", "EXAM", "RESULT", "PREFERENCE");

    private final StatusCatalogue catalogue;
    private final PhaseCalendar calendar;

    public Journeys(StatusCatalogue catalogue, PhaseCalendar calendar) {
        this.catalogue = catalogue;
        this.calendar = calendar;
    }

    public Journey of(Candidate candidate) {
        StatusEntry status = catalogue.entry(Subject.CANDIDATE, candidate.status());
        return new Journey(candidate, status, acts(candidate, status), by(candidate, status), steps(candidate, status));
    }

    /** An open claim goes before the arrangement of the exam: until it is decided no seat is given. */
    private static @Nullable Role acts(Candidate candidate, StatusEntry status) {
        return atExemption(candidate) ? Role.REVIEWER : status.acts();
    }

    private static boolean atExemption(Candidate candidate) {
        return candidate.status() == CandidateStatus.CONFIRMED
                && candidate.exemptions().open() > 0;
    }

    private @Nullable Instant by(Candidate candidate, StatusEntry status) {
        if (atExemption(candidate)) {
            return calendar.end(candidate.season(), Phase.EXEMPTION, 1).orElse(null);
        }
        Phase phase = status.deadline().phase();
        return phase == null
                ? null
                : calendar.end(candidate.season(), phase, round(candidate, phase))
                        .orElse(null);
    }

    private static int round(Candidate candidate, Phase phase) {
        Candidate.Decision outcome = candidate.outcome();
        int decided = outcome == null ? 0 : outcome.round();
        return switch (phase) {
            case REGISTRATION, EXEMPTION, EXAM, SCORING -> 1;
            case PREFERENCE, PLACEMENT -> decided + 1;
            case CONFIRMATION -> Math.max(decided, 1);
        };
    }

    private List<Journey.Step> steps(Candidate candidate, StatusEntry status) {
        String at = atExemption(candidate) ? "EXEMPTION" : status.step();
        boolean over = status.ends();
        List<Journey.Step> steps = new ArrayList<>();
        boolean passed = true;
        for (StatusCatalogue.Step step : catalogue.steps()) {
            boolean here = step.code().equals(at);
            passed &= !here;
            Journey.State state;
            if (here) {
                state = over ? DONE : CURRENT;
            } else if (!needed(candidate, step.code())) {
                state = NOT_NEEDED;
            } else if (passed) {
                state = DONE;
            } else {
                state = over ? NOT_NEEDED : AHEAD;
            }
            steps.add(new Journey.Step(step, state));
        }
        return steps;
    }

    private static boolean needed(Candidate candidate, String step) {
        if (step.equals("EXEMPTION")) {
            return candidate.exemptions().made() > 0;
        }
        if (candidate.exemptions().exempt() && OF_THE_EXAM.contains(step)) {
            return false;
        }
        // Who fell below the minimum was never asked for preferences, though the way ends at placement.
        Candidate.Released released = candidate.released();
        return !(step.equals("PREFERENCE")
                && released != null
                && !released.result().eligible());
    }
}
