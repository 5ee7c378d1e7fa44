package org.zhikao.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.formats.season.SeasonReading;
import org.zhikao.formats.season.SeasonRulesReader;

/** The same seed gives the same facts and the same placements, another seed others; every check of each season holds. */
class RepeatingASeasonTest {
    private static final int CANDIDATES = 30;

    /** A twentieth ask for exemption, so that reviews are among the facts. */
    private static final int EXEMPT_PER_MYRIAD = 500;

    private static SeasonReading rules;

    @BeforeAll
    static void read() throws IOException {
        try (var in = RepeatingASeasonTest.class.getResourceAsStream("/provinces/shandong.assumed.yaml")) {
            rules = SeasonRulesReader.read(in.readAllBytes());
        }
    }

    @Test
    void dependsOnTheSeedAlone() {
        SeasonReport first = play(7);
        SeasonReport again = play(7);
        SeasonReport other = play(8);

        assertThat(first.checks()).allMatch(SeasonReport.Check::ok);
        assertThat(other.checks()).allMatch(SeasonReport.Check::ok);
        assertThat(again.factsDigest()).isEqualTo(first.factsDigest());
        assertThat(again.placementsDigest()).isEqualTo(first.placementsDigest());
        assertThat(other.factsDigest()).isNotEqualTo(first.factsDigest());
        assertThat(other.placementsDigest()).isNotEqualTo(first.placementsDigest());
    }

    private static SeasonReport play(long seed) {
        SeasonId season = new SeasonId(rules.rules().orElseThrow().id());
        return PlayedSeason.run(
                season,
                "shandong",
                rules,
                CANDIDATES,
                seed,
                EXEMPT_PER_MYRIAD,
                PlayedSeason.Kept.NOTHING,
                Progress.SILENT);
    }
}
