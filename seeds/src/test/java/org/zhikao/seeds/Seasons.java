package org.zhikao.seeds;

import java.util.List;
import java.util.stream.IntStream;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.seeds.SeasonShape.Category;
import org.zhikao.seeds.SeasonShape.Component;
import org.zhikao.seeds.SeasonShape.Ground;
import org.zhikao.seeds.SeasonShape.Track;

/** Seasons that the tests speak of. */
final class Seasons {
    private Seasons() {}

    /** One track of 20 categories and five papers of 750 marks, two levels, two rounds of 20 preferences. */
    static SeasonShape aSpringSeason() {
        return aSeason(List.of(aTrack("spring", 1, 20)), 1);
    }

    /** Two tracks of unequal size and half marks. */
    static SeasonShape aSeasonOfTwoTracks() {
        return aSeason(List.of(aTrack("pupils", 3, 6), aTrack("adults", 1, 2)), 2);
    }

    private static SeasonShape aSeason(List<Track> tracks, int scale) {
        return new SeasonShape(new SeasonId("s-demo-2026"), 2026, scale, tracks, List.of(20, 20));
    }

    private static Track aTrack(String code, int weight, int categories) {
        return new Track(
                code,
                weight,
                IntStream.rangeClosed(1, categories)
                        .mapToObj(c -> new Category(Organisations.digits(c, 2), "类别" + c))
                        .toList(),
                List.of("SECONDARY_VOCATIONAL", "TECHNICAL_SCHOOL", "VETERAN", "SOCIAL"),
                List.of(
                        paper("chinese", "culture", "CULTURE", 120),
                        paper("mathematics", "culture", "CULTURE", 120),
                        paper("english", "culture", "CULTURE", 80),
                        paper("theory", "skill", "CULTURE", 200),
                        paper("operation", "skill", "SKILL", 230)),
                List.of("BACHELOR", "DIPLOMA"),
                List.of(new Ground("skill-award", "FULL_FREE"), new Ground("veteran", "CULTURE_WAIVED_FULL_MARKS")));
    }

    private static Component paper(String code, String part, String sitting, long maximum) {
        return new Component(code, part, sitting, maximum, Component.USUAL_LINE);
    }
}
