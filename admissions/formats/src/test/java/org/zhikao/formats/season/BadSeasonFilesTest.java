package org.zhikao.formats.season;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad season files: each mistake is a finding with path and line, never an exception. */
class BadSeasonFilesTest {
    static final String GOOD = """
            schema: zhikao.season/1
            id: s-example-2026
            title: 某省2026年
            province: 某省
            provinceCode: "99"
            year: 2026
            organiser: 某省教育考试院
            categories:
              - {id: computing, name: 计算机类}
            tracks:
              - id: main
                name: 职教高考
                audience: [SECONDARY_VOCATIONAL, GENERAL_HIGH_SCHOOL, VETERAN]
                components:
                  - {id: culture, name: 文化, kind: CULTURE, max: 300, organiser: PROVINCE}
                  - {id: stage-a, name: A场, kind: OPERATION, max: 100}
                  - {id: stage-b, name: B场, kind: OPERATION, max: 200}
                parts:
                  - {id: skill, name: 技能, components: [stage-a, stage-b], max: 300}
                total: {max: 600, terms: [{component: culture}, {component: stage-a}, {component: stage-b}]}
                gates:
                  - {id: a, name: A场合格, component: stage-a, atLeast: 60, opens: [stage-b]}
                minimums:
                  - {id: skill-line, name: 技能线, on: PART, of: skill, atLeast: 120}
                ranking: {ties: [{by: TOTAL}, {by: PART, of: [skill]}], terminal: SHARED_RANK}
                preferences: {unit: COLLEGE, rounds: [{id: regular, name: 常规志愿, max: 10}]}
                placement: {mechanism: PARALLEL}
                plan: {envelope: 100, quotas: [{id: q1, category: computing, kind: VETERAN, seats: 40}, {id: q2, category: computing, kind: SECONDARY_VOCATIONAL, seats: 60}]}
            calendar:
              - {id: registration, kind: REGISTRATION, name: 报名, opens: "2025-11-01T09:00:00", closes: "2025-11-10T18:00:00"}
              - {id: exam, kind: EXAM_SKILL, name: 考试, opens: "2026-03-10T09:00:00", closes: "2026-03-12T18:00:00"}
              - {id: preferences, kind: PREFERENCES, name: 志愿, opens: "2026-04-10T09:00:00", closes: "2026-04-12T18:00:00"}
              - {id: placement, kind: PLACEMENT, name: 录取, opens: "2026-04-20T09:00:00", closes: "2026-04-22T18:00:00"}
            policy: {admittedLeaveGaokao: true}
            deviations:
              - {clause: "15.9", track: main, reason: 普通高中考生同卷}
            """;

    private static SeasonReading read(String text) {
        return SeasonRulesReader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void acceptsTheFileThatTheseMistakesAreMadeIn() {
        assertThat(read(GOOD).findings()).filteredOn(f -> f.finding().blocks()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    unknown key | max: 300, organiser | maxx: 300, organiser | UNKNOWN_KEY | /tracks/0/components/0/maxx | 15
                    a comma in unquoted text | name: A场, kind | name: A场,甲, kind | UNKNOWN_KEY | /tracks/0/components/1/甲 | 16
                    wrong enum | mechanism: PARALLEL | mechanism: PARALEL | NOT_ALLOWED | /tracks/0/placement/mechanism | 27
                    wrong type | year: 2026 | year: soon | WRONG_TYPE | /year | 6
                    a code without quotes | provinceCode: "99" | provinceCode: 99 | WRONG_TYPE | /provinceCode | 5
                    missing key | audience: [SECONDARY_VOCATIONAL, GENERAL_HIGH_SCHOOL, VETERAN] | ground: x | MISSING_KEY | /tracks/0/audience | 11
                    duplicate id | id: stage-b, | id: stage-a, | DUPLICATE_ID | /tracks/0/components/2/id | 17
                    joint seats beyond the envelope | envelope: 100, quotas | envelope: 100, joint: [{enterprise: 某公司, seats: 101, certificate: 甲, authority: 乙, validUntil: "2027-12-31"}], quotas | PLAN_SUM | /tracks/0/plan/joint | 28
                    a lapsed certificate | envelope: 100, quotas | envelope: 100, joint: [{enterprise: 某公司, seats: 10, certificate: 甲, authority: 乙, validUntil: "2025-12-31"}], quotas | DEVIATION_NEEDED | /tracks/0/plan/joint/0/validUntil | 28
                    total does not add up | max: 600, | max: 650, | TOTAL_MISMATCH | /tracks/0/total/max | 20
                    part does not add up | [stage-a, stage-b], max: 300 | [stage-a, stage-b], max: 310 | TOTAL_MISMATCH | /tracks/0/parts/0/max | 19
                    impossible minimum | of: skill, atLeast: 120 | of: skill, atLeast: 301 | MINIMUM_IMPOSSIBLE | /tracks/0/minimums/0/atLeast | 24
                    tie-break over a missing part | of: [skill]}] | of: [skills]}] | UNKNOWN_REFERENCE | /tracks/0/ranking/ties/1/of/0 | 25
                    term without component | {component: stage-b}] | {component: stage-c}] | UNKNOWN_REFERENCE | /tracks/0/total/terms/2/component | 20
                    overlapping quotas | kind: SECONDARY_VOCATIONAL, seats: 60 | seats: 60 | QUOTA_OVERLAP | /tracks/0/plan/quotas/1 | 28
                    plan sum | seats: 60} | seats: 61} | PLAN_SUM | /tracks/0/plan/envelope | 28
                    closes before it opens | closes: "2025-11-10T18:00:00" | closes: "2025-10-10T18:00:00" | DATES_OUT_OF_ORDER | /calendar/0/closes | 30
                    exam before registration | opens: "2026-03-10T09:00:00" | opens: "2025-11-02T09:00:00" | DATES_OUT_OF_ORDER | /calendar/1/opens | 31
                    no such day | "2026-04-20T09:00:00" | "2026-04-31T09:00:00" | STRUCTURE | /calendar/3/opens | 33
                    circle of conversions | id: stage-a, name: A场, kind: OPERATION, max: 100 | id: stage-a, name: A场, kind: OPERATION, max: 100, derived: {op: SUM, of: [stage-a]} | CONVERSION_CYCLE | /tracks/0/components/1/derived | 16
                    circle of gates | opens: [stage-b] | opens: [stage-b, stage-a] | GATE_CYCLE | /tracks/0/gates/0 | 22
                    endless weight | {component: culture}, | {component: culture, weight: "1/3"}, | ROUNDING_NEEDED | /tracks/0/total | 20
                    unknown clause | "15.9" | "99.9" | UNKNOWN_CLAUSE | /deviations/0/clause | 36
                    hard clause | admittedLeaveGaokao: true | admittedLeaveGaokao: false | CLAUSE_BROKEN | /policy/admittedLeaveGaokao | 34
                    deviation without reason | culture, name: 文化, kind: CULTURE, max: 300, organiser: PROVINCE | culture, name: 文化, kind: CULTURE, max: 300, organiser: COLLEGE | DEVIATION_NEEDED | /tracks/0/components/0/organiser | 15
                    """)
    void namesPathLineAndCode(String what, String from, String to, String code, String path, int line) {
        assertThat(GOOD).as(what).contains(from);
        assertThat(read(GOOD.replace(from, to)).findings()).anySatisfy(f -> {
            assertThat(f.finding().code()).isEqualTo(code);
            assertThat(f.finding().path()).isEqualTo(path);
            assertThat(f.line()).isEqualTo(line);
            assertThat(f.finding().blocks()).isTrue();
        });
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
                    a: &x [1]\\nb: *x | ANCHOR | 1
                    a: !!java.net.URL [x] | ANCHOR | 1
                    a: 1\\na: 2 | DUPLICATE_KEY | 2
                    a: [1, 2 | SYNTAX | 1
                    {"a": 1,} | SYNTAX | 1
                    - 1 | NOT_A_MAPPING | 1
                    a: 1\\n---\\nb: 2 | SECOND_DOCUMENT | 2
                    a: 0x1F | NOT_A_NUMBER | 1
                    """)
    void refusesWhatIsNoSeasonFile(String text, String code, int line) {
        SeasonReading reading = read(text.replace("\\n", "\n"));
        assertThat(reading.usable()).isFalse();
        assertThat(reading.findings())
                .singleElement()
                .satisfies(f -> assertThat(f.finding().code()).isEqualTo(code));
    }

    @Test
    void refusesAnotherEncodingAHugeFileAndAnEmptyOne() {
        byte[] gbk = GOOD.getBytes(Charset.forName("GBK"));
        assertThat(codes(SeasonRulesReader.read(gbk))).containsExactly("ENCODING");
        assertThat(codes(SeasonRulesReader.read(new byte[50 << 20]))).containsExactly("FILE_TOO_LARGE");
        assertThat(codes(SeasonRulesReader.read(new byte[0]))).containsExactly("FILE_EMPTY");
    }

    @Test
    void refusesDeepNesting() {
        String deep = "a: " + "[".repeat(2000) + "]".repeat(2000);
        assertThat(read(deep).usable()).isFalse();
    }

    private static List<String> codes(SeasonReading reading) {
        return reading.findings().stream().map(f -> f.finding().code()).toList();
    }
}
