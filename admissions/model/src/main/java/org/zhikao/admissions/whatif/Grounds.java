package org.zhikao.admissions.whatif;

import org.zhikao.admissions.season.rules.Exemption;
import org.zhikao.admissions.season.rules.SeasonRules;

/** Approved grounds as the rules of one track read them. */
final class Grounds {
    private Grounds() {}

    /** Grounds, as bits, that admit without exam in the track. */
    static long withoutExam(PastSeason past, SeasonRules rules, String track) {
        long free = 0;
        for (int g = 0; g < past.grounds.size(); g++) {
            String ground = past.grounds.text(g);
            boolean fullFree = rules.track(track).stream()
                    .flatMap(t -> t.exemptions().stream())
                    .filter(e -> e.restsOn(ground))
                    .findFirst()
                    .filter(e -> e.effect() == Exemption.Effect.FULL_FREE)
                    .isPresent();
            free |= fullFree ? 1L << g : 0;
        }
        return free;
    }
}
