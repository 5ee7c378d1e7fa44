package org.zhikao.server.play;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.zhikao.admissions.duty.DutyCommand.DecideDuty;
import org.zhikao.admissions.duty.DutyTerms;
import org.zhikao.admissions.duty.FormField;
import org.zhikao.admissions.duty.ProcessTerms;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.CandidateCommand;
import org.zhikao.admissions.shared.Role;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.seeds.FictionalCandidate;
import org.zhikao.seeds.Population;
import org.zhikao.web.duty.DutyQueue;
import org.zhikao.web.duty.DutySeal;

/**
 * 履行职责 as it is played: whoever holds a duty that an office drew, and that is open for a fictional candidate, fills in its
 * form and decides it. Nobody gets past such a duty, the people of a demonstration included.
 */
final class DutyRound {
    private final DutyQueue queue;
    private final DutySeal seal;
    private final SeasonId season;
    private final Population population;
    private final Numbers numbers;
    private final Cast cast;
    private final long seed;

    DutyRound(
            DutyQueue queue,
            DutySeal seal,
            SeasonId season,
            Population population,
            Numbers numbers,
            Cast cast,
            long seed) {
        this.queue = queue;
        this.seal = seal;
        this.season = season;
        this.population = population;
        this.numbers = numbers;
        this.cast = cast;
        this.seed = seed;
    }

    /** One decision on every duty that is open now for a candidate of the share. */
    List<List<CandidateCommand>> decisions(List<ProcessTerms> published, IntPredicate share) {
        Map<String, DutyTerms> drawn = new HashMap<>();
        published.forEach(process ->
                process.duties().forEach(duty -> drawn.put(process.process() + "/" + duty.step(), duty)));
        List<List<CandidateCommand>> decisions = new ArrayList<>();
        if (drawn.isEmpty()) {
            return decisions;
        }
        for (Role role : Role.values()) {
            for (DutyQueue.Open open : queue.owedBy(season, role, null, Integer.MAX_VALUE)) {
                DutyTerms duty = drawn.get(open.process() + "/" + open.step());
                int number = numbers.of(open.candidate());
                if (duty != null && duty.role() == role && number >= 0 && share.test(number)) {
                    decisions.add(List.of(decision(open, duty, population.candidate(number))));
                }
            }
        }
        return decisions;
    }

    private DecideDuty decision(DutyQueue.Open open, DutyTerms duty, FictionalCandidate c) {
        Random random = new Random(seed ^ (open.about() + "/" + duty.duty()).hashCode());
        DutyTerms.Outcome outcome = DutyStory.outcome(duty, random);
        Map<String, String> answers = new TreeMap<>();
        TreeMap<String, String> personal = new TreeMap<>();
        for (FormField field : duty.form()) {
            (field.personal() ? personal : answers).put(field.key(), answer(field));
        }
        return new DecideDuty(
                c.id(),
                open.process(),
                open.about(),
                duty.duty(),
                outcome.outcome(),
                answers,
                personal.isEmpty() ? null : seal.seal(c.id(), personal),
                holder(duty.role(), c).because(outcome.bars().isEmpty() ? "" : outcome.label()));
    }

    private Act holder(Role role, FictionalCandidate c) {
        return switch (role) {
            case CANDIDATE -> cast.candidate(c.id(), c.point());
            case REGISTRATION_POINT -> cast.point(c.point());
            default -> cast.holder(role.name().toLowerCase(Locale.ROOT) + "-1", role);
        };
    }

    private static String answer(FormField field) {
        return switch (field.kind()) {
            case TEXT -> "无";
            case NUMBER -> "1";
            case YES_NO -> "false";
            case DATE -> "2026-03-01";
            case CHOICE -> field.choices().get(0).key();
        };
    }
}
