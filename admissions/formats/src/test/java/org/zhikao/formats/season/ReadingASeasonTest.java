package org.zhikao.formats.season;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.scoring.engine.Cohort;
import org.zhikao.admissions.scoring.engine.RankedLists;
import org.zhikao.admissions.scoring.engine.ScoreEngine;
import org.zhikao.admissions.scoring.engine.Scores;
import org.zhikao.admissions.season.rules.SeasonRules;

class ReadingASeasonTest {
    static final Path PROVINCES = Path.of("../../seeds/provinces");

    @Test
    void readsADeliveredProvinceAndScoresWithIt() throws IOException {
        SeasonReading reading = SeasonRulesReader.read(Files.readAllBytes(PROVINCES.resolve("shandong.assumed.yaml")));
        assertThat(reading.publishable()).as(reading.findings().toString()).isTrue();
        SeasonRules rules = reading.rules().orElseThrow();
        assertThat(reading.digest()).hasSize(64);

        ScoreEngine engine = ScoreEngine.of(rules, "spring");
        Cohort cohort = engine.cohort(3);
        long[][] marks = {{100, 100, 60, 170, 190}, {95, 105, 60, 170, 190}, {10, 10, 10, 170, 190}};
        for (int i = 0; i < marks.length; i++) {
            cohort.candidate(i, "SECONDARY_VOCATIONAL", "computing");
            for (int c = 0; c < marks[i].length; c++) {
                cohort.mark(i, c, marks[i][c] * rules.scale());
            }
        }
        Scores scores = engine.score(cohort);
        RankedLists ranks = engine.rank(scores);
        assertThat(List.of(scores.total(0), scores.total(1), scores.total(2))).containsExactly(620L, 620L, 390L);
        assertThat(List.of(ranks.rank(0), ranks.rank(1), ranks.rank(2))).containsExactly(1, 2, 0);
        assertThat(scores.failed(2)).extracting(Enum::name).containsExactly("BELOW_CULTURE_LINE");
        assertThat(engine.sheet(cohort, 0).total()).isEqualTo("620");
    }
}
