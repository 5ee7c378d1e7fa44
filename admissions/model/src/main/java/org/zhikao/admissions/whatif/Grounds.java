package org.zhikao.admissions.whatif;

import java.util.ArrayList;
import java.util.List;
import org.zhikao.admissions.season.PublishedTerms;
import org.zhikao.admissions.season.rules.Exemption;
import org.zhikao.admissions.season.rules.SeasonRules;
import org.zhikao.admissions.season.rules.Track;

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
                    .filter(e -> rests(e, ground))
                    .findFirst()
                    .filter(e -> e.effect() == Exemption.Effect.FULL_FREE)
                    .isPresent();
            free |= fullFree ? 1L << g : 0;
        }
        return free;
    }

    /** By ground: what an approval puts on record, the ground itself and the review steps it stands for. */
    static List<List<String>> onRecord(PastSeason past, Track track) {
        List<List<String>> facts = new ArrayList<>();
        for (String ground : past.grounds.all()) {
            List<String> one = new ArrayList<>();
            one.add(PublishedTerms.GROUND + ground);
            track.exemptions().stream()
                    .filter(e -> rests(e, ground))
                    .forEach(e -> e.steps().forEach(step -> one.add("step:" + e.id() + "/" + step)));
            facts.add(one);
        }
        return facts;
    }

    private static boolean rests(Exemption e, String ground) {
        String fact = PublishedTerms.GROUND + ground;
        return e.when().any().contains(fact) || e.when().all().contains(fact);
    }
}
