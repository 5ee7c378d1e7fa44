package org.zhikao.server.play;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.zhikao.admissions.dossier.FactKeys;
import org.zhikao.admissions.duty.Bar;
import org.zhikao.admissions.duty.DutyEvent.DutyDecided;
import org.zhikao.admissions.duty.DutyTerms;
import org.zhikao.admissions.duty.ProcessTerms;
import org.zhikao.admissions.exam.ExamEvent;
import org.zhikao.admissions.placement.PlacementEvent;
import org.zhikao.admissions.placement.PlacementEvent.CandidateNotPlaced;
import org.zhikao.admissions.placement.PlacementEvent.CandidatePlaced;
import org.zhikao.admissions.preference.PreferenceEvent;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationSubmitted;
import org.zhikao.admissions.scoring.ScoringEvent;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.CandidateEvent;
import org.zhikao.admissions.shared.Event;

/**
 * 虚构的职责结论: what fictional people make of the duties of a draft, by chance; and what never happens to those whom an
 * outcome bars. Each duty is decided a few days after the application; a decision before its turn waits for it.
 */
final class DutyStory {
    /** Of a hundred decisions, how many go the way the drawing names first that bars nothing. */
    private static final int USUAL = 95;

    private final ProcessTerms terms;
    private final long seed;

    DutyStory(ProcessTerms terms, long seed) {
        this.terms = terms;
        this.seed = seed;
    }

    /** The facts of one candidate, with decisions among them, in the order of their instants. */
    List<Event> in(List<Event> facts) {
        if (terms.duties().isEmpty() || !terms.process().equals(FactKeys.APPLICATION)) {
            return facts;
        }
        List<Event> told = new ArrayList<>();
        Set<Bar> bars = EnumSet.noneOf(Bar.class);
        List<DutyDecided> decisions = List.of();
        for (Event fact : facts) {
            while (!decisions.isEmpty() && decisions.get(0).at().isBefore(fact.at())) {
                bars.addAll(decisions.get(0).bars());
                told.add(decisions.get(0));
                decisions = decisions.subList(1, decisions.size());
            }
            Event happens = barred(fact, bars);
            if (happens != null) {
                told.add(happens);
            }
            if (fact instanceof ApplicationSubmitted application) {
                decisions = decided(application);
            }
        }
        told.addAll(decisions);
        return told;
    }

    private List<DutyDecided> decided(ApplicationSubmitted application) {
        Random random = new Random(seed ^ application.candidate().value().hashCode());
        List<DutyDecided> decisions = new ArrayList<>();
        Instant at = application.at();
        for (DutyTerms duty : terms.duties()) {
            at = at.plus(Duration.ofHours(6 + random.nextInt(7 * 24)));
            DutyTerms.Outcome outcome = outcome(duty, random);
            decisions.add(new DutyDecided(
                    application.candidate(),
                    terms.process(),
                    application.candidate().value(),
                    duty.duty(),
                    terms.version(),
                    outcome.outcome(),
                    outcome.bars(),
                    Map.of(),
                    null,
                    duty.role(),
                    new ActorId("fictional"),
                    "",
                    at));
        }
        return decisions;
    }

    static DutyTerms.Outcome outcome(DutyTerms duty, Random random) {
        List<DutyTerms.Outcome> all = duty.outcomes();
        DutyTerms.Outcome usual =
                all.stream().filter(o -> o.bars().isEmpty()).findFirst().orElse(all.get(0));
        return random.nextInt(100) < USUAL ? usual : all.get(random.nextInt(all.size()));
    }

    private static @org.jspecify.annotations.Nullable Event barred(Event fact, Set<Bar> bars) {
        if (bars.contains(Bar.EXAM) && (fact instanceof ExamEvent || fact instanceof ScoringEvent)
                || bars.contains(Bar.PREFERENCE) && fact instanceof PreferenceEvent) {
            return null;
        }
        if (bars.contains(Bar.PLACEMENT) && fact instanceof PlacementEvent) {
            return fact instanceof CandidatePlaced p
                    ? new CandidateNotPlaced(
                            ((CandidateEvent) fact).candidate(), p.run(), p.round(), "BARRED", true, p.at())
                    : fact instanceof CandidateNotPlaced ? fact : null;
        }
        return fact;
    }
}
