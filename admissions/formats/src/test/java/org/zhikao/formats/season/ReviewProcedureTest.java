package org.zhikao.formats.season;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.season.PublishedTerms;
import org.zhikao.admissions.season.ReviewProcedure;
import org.zhikao.admissions.season.rules.SeasonRules;

/** 审核程序 out of a season's file: stages by ground, days by the season, and what the law adds. */
class ReviewProcedureTest {
    private static final String REVIEW = "  review: {reviewDays: 3, noticeDays: 10, appealDays: 0, effectMinutes: 15,"
            + " otherCounty: true, lateAwards: true, holidays: [\"2026-01-01\", \"2026-01-02\"], workedWeekends: [\"2026-01-04\"]}\n";

    @Test
    void takesTheUsualWhereNothingIsStated() throws IOException {
        ReviewProcedure usual = terms(text("guangdong.assumed")).procedure("certificate", "top-talent");
        assertThat(usual.province()).isTrue();
        assertThat(usual.school()).isFalse();
        assertThat(usual.noticeDays()).isEqualTo(7);
        assertThat(usual.reviewDays()).isEqualTo(5);
        assertThat(usual.effect()).isZero();
        assertThat(usual.late()).isFalse();
    }

    @Test
    void takesWhatTheSeasonStates() throws IOException {
        ReviewProcedure own = terms(reviewed()).procedure("certificate", "top-talent");
        assertThat(own.reviewDays()).isEqualTo(3);
        assertThat(own.noticeDays()).isEqualTo(10);
        assertThat(own.appealDays()).isZero();
        assertThat(own.effect()).isEqualTo(Duration.ofMinutes(15));
        assertThat(own.otherCounty()).isTrue();
        assertThat(own.late()).isTrue();
    }

    /** From Wednesday, 31 December: two days off, a weekend of which the Sunday is worked, so Monday is the second day. */
    @Test
    void countsWorkingDaysByTheSeasonsCalendar() throws IOException {
        ReviewProcedure own = terms(reviewed()).procedure("certificate", "top-talent");
        assertThat(own.days().end(Instant.parse("2025-12-31T02:00:00Z"), 2))
                .isEqualTo(Instant.parse("2026-01-05T15:59:59Z"));
        assertThat(own.days().end(Instant.parse("2025-12-31T16:00:00Z"), 1))
                .isEqualTo(Instant.parse("2026-01-04T15:59:59Z"));
    }

    @Test
    void asksTheSchoolWhereAStepSaysSo() throws IOException {
        String asked = text("guangdong.assumed")
                .replace("steps: [PROVINCIAL_VERIFICATION", "steps: [SCHOOL_CHECK, PROVINCIAL_VERIFICATION");
        assertThat(terms(asked).procedure("certificate", "top-talent").school()).isTrue();
    }

    /** 2013-3.3: no admission without exam before the province has verified and published, whatever the file says. */
    @Test
    void publishesAdmissionWithoutExamWhateverTheStepsSay() throws IOException {
        String bare = text("guangdong.assumed")
                .replace(
                        "steps: [PROVINCIAL_VERIFICATION, COLLEGE_ASSESSMENT, COLLEGE_NOTICE, NATIONAL_NOTICE]",
                        "steps: []");
        ReviewProcedure procedure = terms(bare).procedure("certificate", "top-talent");
        assertThat(procedure.province()).isTrue();
        assertThat(procedure.noticeDays()).isPositive();
    }

    private static String reviewed() throws IOException {
        String text = text("guangdong.assumed");
        int policy = text.indexOf("\npolicy:");
        int end = text.indexOf("\n", policy + 1);
        String line = text.substring(policy + 1, end);
        assertThat(line).contains("{");
        return text.replace(line, line.substring(0, line.lastIndexOf('}')) + ", " + REVIEW.strip() + "}");
    }

    private static String text(String province) throws IOException {
        return Files.readString(Path.of("../../seeds/provinces/" + province + ".yaml"));
    }

    private static PublishedTerms terms(String yaml) {
        SeasonRules rules = SeasonRulesReader.read(yaml.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .rules()
                .orElseThrow();
        return new PublishedTerms(rules, 1, Set.of(), Set.of(), false);
    }
}
