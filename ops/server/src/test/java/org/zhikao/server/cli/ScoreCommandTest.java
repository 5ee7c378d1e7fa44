package org.zhikao.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** {@code score} as other tools call it: exact keys, rank order, exit codes, and nothing half-applied. */
class ScoreCommandTest {
    private static final String MARKS = """
            candidate,component,mark,status
            A,chinese,100,
            A,math,100,
            A,english,60,
            A,theory,170,
            A,skill,190,
            B,chinese,95,
            B,math,105,
            B,english,60,
            B,theory,170,
            B,skill,,ABSENT
            C,chinese,95,
            C,math,105,
            C,english,60,
            C,theory,180,
            C,skill,180,
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int score(String marks, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("marks.csv"), marks);
        String[] arguments = new String[6 + more.length];
        System.arraycopy(
                new String[] {"--rules", "shandong.assumed", "--track", "spring", "--marks", file.toString()},
                0,
                arguments,
                0,
                6);
        System.arraycopy(more, 0, arguments, 6, more.length);
        return new CommandLine(new ScoreCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    @Test
    void printsOneArrayAListInRankOrderWithTheUnrankedLast() throws IOException {
        assertThat(score(MARKS)).as(err.toString()).isZero();
        assertThat(out.toString().lines()).hasSize(1);
        JsonNode list = new ObjectMapper().readTree(out.toString());
        assertThat(list).hasSize(3);
        assertThat(list.get(0).fieldNames())
                .toIterable()
                .containsExactly("list", "candidate", "total", "components", "eligible", "failed", "rank", "sheet");
        assertThat(list.get(0).get("candidate").asText()).isEqualTo("C");
        assertThat(list.get(0).get("total").asText()).isEqualTo("620");
        assertThat(list.get(0).get("rank").asInt()).isEqualTo(1);
        assertThat(list.get(1).get("candidate").asText()).isEqualTo("A");
        assertThat(list.get(2).get("rank").isNull()).isTrue();
        assertThat(list.get(2).get("total").isNull()).isTrue();
        assertThat(list.get(2).get("failed").get(0).asText()).isEqualTo("ABSENT");
        assertThat(list.get(2).get("components").get("skill").isNull()).isTrue();
    }

    @Test
    void ranksAProgrammeByThePositionsOfItsCandidates() throws IOException {
        Path candidates =
                Files.writeString(folder.resolve("candidates.csv"), "candidate,positions\nA,P=2;Q=1\nB,P=1\nC,P=3\n");
        assertThat(score(MARKS, "--candidates", candidates.toString(), "--list", "Q"))
                .isZero();
        JsonNode list = new ObjectMapper().readTree(out.toString());
        assertThat(list).hasSize(1);
        assertThat(list.get(0).get("list").asText()).isEqualTo("Q");
        assertThat(list.get(0).get("rank").asInt()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
                    D,chinese,121, | MARK_ABOVE_MAX
                    D,chinese,-1, | MARK_NEGATIVE
                    D,chinese,10.5, | MARK_STEP
                    D,chinese,ten, | NOT_A_NUMBER
                    D,physics,10, | UNKNOWN_COMPONENT
                    A,chinese,99, | DUPLICATE_ROW
                    D,chinese,10,LATE | UNKNOWN_STATUS
                    D,chinese,10,ABSENT | MARK_WITH_STATUS
                    ,chinese,10, | CANDIDATE_MISSING
                    D,chinese | COLUMN_COUNT
                    """)
    void refusesTheWholeFileForOneBadRow(String row, String code) throws IOException {
        assertThat(score(MARKS + row + "\n")).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        JsonNode error = new ObjectMapper().readTree(err.toString());
        assertThat(error.get("code").asText()).isEqualTo(code);
        assertThat(error.get("line").asInt()).isEqualTo(17);
    }

    @Test
    void answersRuleMissingInsteadOfRankingWithoutATieOrder() throws IOException {
        Path marks = Files.writeString(
                folder.resolve("m.csv"), "candidate,component,mark,status\nA,culture,100,\nA,skill,100,\n");
        int exit = new CommandLine(new ScoreCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute("--rules", "shandong", "--track", "single", "--marks", marks.toString());
        assertThat(exit).isEqualTo(1);
        assertThat(err.toString()).contains("RULE_MISSING", "/tracks/1/ranking/ties");
        JsonNode list = new ObjectMapper().readTree(out.toString());
        assertThat(list.get(0).get("rank").isNull()).isTrue();
        assertThat(list.get(0).get("total").asText()).isEqualTo("200");
    }

    @Test
    void printsTheSameAsCsv() throws IOException {
        assertThat(score(MARKS, "--format", "csv")).isZero();
        assertThat(out.toString().lines())
                .first()
                .isEqualTo("list,candidate,total,chinese,math,english,theory,skill,eligible,failed,rank");
        assertThat(out.toString()).contains("ALL,C,620,95,105,60,180,180,true,,1");
    }

    @Test
    void saysWhatIsMissingInASentence() throws IOException {
        assertThat(score(MARKS, "--list", "NOWHERE")).isEqualTo(2);
        assertThat(err.toString()).contains("NOWHERE");
    }
}
