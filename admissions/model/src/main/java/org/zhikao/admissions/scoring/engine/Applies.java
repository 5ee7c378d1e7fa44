package org.zhikao.admissions.scoring.engine;

import java.util.List;
import org.zhikao.admissions.season.rules.Condition;

/** A {@link Condition} over the indices of one track: a table by kind and category, and masks over facts. */
final class Applies {
    private final boolean[] byProfile;
    private final boolean always;
    private final boolean factless;
    private final long any;
    private final long all;
    private final long none;

    private Applies(boolean[] byProfile, boolean factless, long any, long all, long none) {
        this.byProfile = byProfile;
        this.factless = factless;
        this.any = any;
        this.all = all;
        this.none = none;
        boolean everybody = factless;
        for (boolean b : byProfile) {
            everybody &= b;
        }
        this.always = everybody;
    }

    static Applies compile(Condition c, Vocabulary words) {
        List<String> kinds = words.kinds();
        List<String> categories = words.categories();
        boolean[] table = new boolean[kinds.size() * categories.size()];
        for (int k = 0; k < kinds.size(); k++) {
            for (int g = 0; g < categories.size(); g++) {
                table[k * categories.size() + g] = c.admits(kinds.get(k), categories.get(g));
            }
        }
        return new Applies(table, !c.asksFacts(), words.mask(c.any()), words.mask(c.all()), words.mask(c.none()));
    }

    boolean to(int profile, long facts) {
        return always || (byProfile[profile] && (factless || holds(facts)));
    }

    private boolean holds(long facts) {
        return (any == 0 || (facts & any) != 0) && (facts & all) == all && (facts & none) == 0;
    }
}
