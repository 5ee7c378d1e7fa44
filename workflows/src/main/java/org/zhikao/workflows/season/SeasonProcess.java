package org.zhikao.workflows.season;

import static org.zhikao.workflows.Word.Type.BOOLEAN;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.zhikao.admissions.placement.RunEvent.RunComputed;
import org.zhikao.admissions.placement.RunEvent.RunFailedVerification;
import org.zhikao.admissions.placement.RunEvent.RunPublished;
import org.zhikao.admissions.placement.RunEvent.RunVerified;
import org.zhikao.admissions.season.Phase;
import org.zhikao.admissions.season.SeasonEvent.PhaseClosed;
import org.zhikao.admissions.season.SeasonEvent.PhaseOpened;
import org.zhikao.admissions.season.SeasonEvent.SeasonPublished;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.workflows.FactRule;
import org.zhikao.workflows.ProcessContract;
import org.zhikao.workflows.Word;

/** 年度考试: the phases of one season; one case a season, fed by the season and by its placement runs. */
public final class SeasonProcess implements ProcessContract {
    public static final String KEY = "season";

    public static final Word PUBLISHED = Word.of("season.published");
    public static final Word COMPUTED = Word.of("placement.computed");
    public static final Word CHECKED = Word.of("placement.checked").brings("clean", BOOLEAN);
    public static final Word RUN_PUBLISHED = Word.of("placement.published");

    private final ToIntFunction<SeasonId> rounds;

    /** {@code rounds}: number of placement rounds in the published rules, which are frozen long before they are asked for. */
    public SeasonProcess(ToIntFunction<SeasonId> rounds) {
        this.rounds = rounds;
    }

    /** The word of a phase being opened. */
    public static Word opened(Phase phase) {
        return Word.of("season.phase-opened/" + name(phase));
    }

    /** The word of a phase being closed; a confirmation window also tells whether it was the last one. */
    public static Word closed(Phase phase) {
        Word word = Word.of("season.phase-closed/" + name(phase));
        return phase == Phase.CONFIRMATION ? word.brings("last", BOOLEAN) : word;
    }

    private static String name(Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public List<Word> words() {
        List<Word> words = new ArrayList<>(List.of(PUBLISHED, COMPUTED, CHECKED, RUN_PUBLISHED));
        for (Phase phase : Phase.values()) {
            words.add(opened(phase));
            words.add(closed(phase));
        }
        return List.copyOf(words);
    }

    @Override
    public List<FactRule<?>> rules() {
        return List.of(
                // A revised version is published again: the case goes on where it stands.
                FactRule.of(SeasonPublished.class, e -> e.season().value()).starts(PUBLISHED),
                FactRule.of(PhaseOpened.class, e -> e.season().value()).feeds(e -> opened(e.phase())),
                FactRule.of(PhaseClosed.class, e -> e.season().value())
                        .feeds(e -> closed(e.phase()))
                        .brings(e -> e.phase() == Phase.CONFIRMATION
                                ? Map.of("last", e.round() >= rounds.applyAsInt(e.season()))
                                : Map.of()),
                FactRule.of(RunComputed.class, e -> e.season().value()).feeds(COMPUTED),
                FactRule.of(RunVerified.class, e -> e.season().value())
                        .feeds(CHECKED)
                        .brings(e -> Map.of("clean", true)),
                FactRule.of(RunFailedVerification.class, e -> e.season().value())
                        .feeds(CHECKED)
                        .brings(e -> Map.of("clean", false)),
                FactRule.of(RunPublished.class, e -> e.season().value()).feeds(RUN_PUBLISHED));
    }
}
