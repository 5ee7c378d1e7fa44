package org.zhikao.admissions.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.season.rules.Exact;
import org.zhikao.admissions.season.rules.SeasonRules;

/** 逐人影响: whoever fares otherwise under other rules, before and after. For the persons concerned and the office only. */
public final class Effects {
    private Effects() {}

    /**
     * 一名考生在一份方案下的结果.
     *
     * @param total null when no total may be computed
     * @param rank 0 = not ranked
     * @param unit what the first round gives, null for nothing or where the mechanism is not recomputed
     */
    public record Side(
            @Nullable String total,
            boolean eligible,
            int rank,
            @Nullable String list,
            @Nullable String unit) {}

    /** 影响, by the candidate's number in the {@link PastSeason}. */
    public record Effect(int candidate, Side before, Side after) {}

    /** In the order of the candidates' numbers; who fares the same is left out. */
    public static List<Effect> of(PastSeason past, SeasonRules held, SeasonRules draft) {
        Trial before = Trial.of(past, held, held, Note.Side.BEFORE);
        Trial after = Trial.of(past, held, draft, Note.Side.AFTER);
        List<Effect> effects = new ArrayList<>();
        for (int i = 0; i < past.size(); i++) {
            Side was = side(before, i);
            Side is = side(after, i);
            if (!was.equals(is)) {
                effects.add(new Effect(i, was, is));
            }
        }
        return effects;
    }

    private static Side side(Trial trial, int i) {
        return new Side(
                trial.scored[i] ? Exact.plain(trial.mark(trial.total[i])) : null,
                trial.eligible[i],
                trial.rank[i],
                trial.list[i] < 0 ? null : trial.past.lists.text(trial.list[i]),
                trial.unit[i] < 0
                        ? null
                        : Objects.requireNonNull(trial.past.unit(trial.unit[i])).code());
    }
}
