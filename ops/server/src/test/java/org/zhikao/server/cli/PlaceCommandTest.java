package org.zhikao.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The verb {@code place} as a user sees it: lines, exit codes, coded errors. */
class PlaceCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path CASES = Path.of("../../admissions/formats/src/test/resources/placement/cases.json");

    private static final String ONE = """
        {"id": "one", "mechanism": "%s", "parameters": {%s},
         "candidates": [
           {"id": "甲", "orderKey": [500], "preferences": ["U"]},
           {"id": "乙", "orderKey": [%d], "preferences": ["U", "V"]}],
         "units": [{"id": "U", "quota": 1}, {"id": "V", "quota": 1}]}
        """;

    @TempDir
    Path directory;

    private record Answer(int exit, List<JsonNode> lines, String errors) {
        JsonNode only() {
            assertThat(lines).hasSize(1);
            return lines.get(0);
        }

        String code() {
            return only().path("error").path("code").asText();
        }
    }

    private static Answer place(String stdin, String... arguments) throws IOException {
        return place(stdin.getBytes(StandardCharsets.UTF_8), arguments);
    }

    private static Answer place(byte[] stdin, String... arguments) throws IOException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = new CommandLine(new PlaceCommand().reading(new ByteArrayInputStream(stdin)))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        List<JsonNode> lines = new ArrayList<>();
        for (String line : out.toString().lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        return new Answer(exit, lines, err.toString());
    }

    @Test
    void answersTheWholeFileInOrderAndEveryResultIsVerified() throws IOException {
        Answer answer = place("", "--case", CASES.toString(), "--verify");
        JsonNode cases = JSON.readTree(Files.readAllBytes(CASES)).get("cases");
        assertThat(answer.exit()).isZero();
        assertThat(answer.lines()).hasSize(cases.size());
        for (int k = 0; k < cases.size(); k++) {
            JsonNode line = answer.lines().get(k);
            assertThat(line.get("id")).isEqualTo(cases.get(k).get("id"));
            assertThat(line.get("violations")).as(line.get("id").asText()).isEmpty();
        }
    }

    @Test
    void explainsInBothLanguagesWhatWouldHaveBeenNeeded() throws IOException {
        Answer answer = place(ONE.formatted("PARALLEL", "", 400), "--case", "-", "--explain", "乙");
        JsonNode first = answer.only().at("/explanation/wishes/0");
        assertThat(answer.exit()).isZero();
        assertThat(first.get("code").asText()).isEqualTo("BEHIND_CUTOFF");
        assertThat(first.get("needed").asInt()).isEqualTo(1);
        assertThat(first.get("zh").asText()).contains("最后一个名额由位次1的考生取得；你的位次是2");
        assertThat(first.get("en").asText()).contains("went to position 1; you are 2");
        assertThat(answer.only().at("/explanation/assignment").asText()).isEqualTo("V");
    }

    @Test
    void aMechanismThatDoesNotExistIsAnErrorObjectAndExitOne() throws IOException {
        Answer answer = place(ONE.formatted("LOTTERY", "", 400), "--case", "-");
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.only().get("id").asText()).isEqualTo("one");
        assertThat(answer.code()).isEqualTo("UNKNOWN_MECHANISM");
    }

    @Test
    void aTieThatMattersWithoutPolicyIsRefused() throws IOException {
        Answer answer = place(ONE.formatted("PARALLEL", "", 500), "--case", "-");
        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.code()).isEqualTo("TIE_UNDECIDED");
        assertThat(place(ONE.formatted("PARALLEL", "\"tiePolicy\": \"ADMIT_ALL\"", 500), "--case", "-")
                        .exit())
                .isZero();
        assertThat(place(ONE.formatted("PARALLEL", "\"tiePolicy\": \"SYSTEM_ORDER\"", 500), "--case", "-")
                        .code())
                .isEqualTo("DRAW_LEAVES_TIE");
    }

    @Test
    void unusableCasesAreRefusedWithTheirCode() throws IOException {
        String good = ONE.formatted("PARALLEL", "", 400);
        assertThat(place("{", "--case", "-").code()).isEqualTo("NOT_JSON");
        assertThat(place("[]", "--case", "-").code()).isEqualTo("NOT_A_CASE");
        assertThat(place(good.replace("[\"U\", \"V\"]", "[\"U\", \"W\"]"), "--case", "-")
                        .code())
                .isEqualTo("UNKNOWN_UNIT");
        assertThat(place(good.replace("[\"U\", \"V\"]", "[\"U\", \"U\"]"), "--case", "-")
                        .code())
                .isEqualTo("DUPLICATE_WISH");
        assertThat(place(good.replace("[\"U\", \"V\"]", "[]"), "--case", "-").code())
                .isEqualTo("EMPTY_LIST");
        assertThat(place(good.replace("\"id\": \"V\"", "\"id\": \"U\""), "--case", "-")
                        .code())
                .isEqualTo("DUPLICATE_UNIT");
        assertThat(place(good.replace("乙", "甲"), "--case", "-").code()).isEqualTo("DUPLICATE_CANDIDATE");
        assertThat(place(good.replaceFirst("\"quota\": 1", "\"quota\": -1"), "--case", "-")
                        .code())
                .isEqualTo("NEGATIVE");
        assertThat(place(good.replaceFirst("\"quota\": 1", "\"quota\": \"1\""), "--case", "-")
                        .code())
                .isEqualTo("WRONG_TYPE");
        assertThat(place(good.replaceFirst("\"quota\"", "\"kuota\""), "--case", "-")
                        .code())
                .isEqualTo("UNKNOWN_FIELD");
        assertThat(place(good, "--case", "no-such-file.json").code()).isEqualTo("NO_SUCH_FILE");
        assertThat(place(good).exit()).isEqualTo(2);
    }

    @Test
    void ranksWithDoublesAndGapsAreRefused() throws IOException {
        String ranked = """
            {"id": "r", "mechanism": "%s", "candidates": [
             {"id": "a", "ranks": {"U": 1}, "preferences": ["U"]},
             {"id": "b", "ranks": {"U": %d}, "preferences": ["U"]}], "units": [{"id": "U", "quota": 1}]}
            """;
        assertThat(place(ranked.formatted("MULTI_FILE_MATCHING", 1), "--case", "-")
                        .code())
                .isEqualTo("TIE_WHERE_STRICT");
        assertThat(place(ranked.formatted("COLLEGE_RANKED_MATCHING", 3), "--case", "-")
                        .code())
                .isEqualTo("RANKS_WITH_GAPS");
        assertThat(place(ranked.formatted("PARALLEL", 2), "--case", "-").code()).isEqualTo("MISSING_FIELD");
    }

    @Test
    void aBadCaseDoesNotKeepTheOthersFromBeingAnswered() throws IOException {
        String file =
                "{\"cases\": [" + ONE.formatted("LOTTERY", "", 400) + "," + ONE.formatted("PARALLEL", "", 400) + "]}";
        Answer answer = place(file, "--case", "-");
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.lines()).hasSize(2);
        assertThat(answer.lines().get(1).at("/assignments/乙").asText()).isEqualTo("V");
    }

    @Test
    void readsACaseInGb18030() throws IOException {
        byte[] json = ONE.formatted("PARALLEL", "", 400).getBytes(Charset.forName("GB18030"));
        assertThat(place(json, "--case", "-").only().at("/assignments/甲").asText())
                .isEqualTo("U");
    }

    private String[] tables(String candidates, String units, String preferences, Charset charset, String... more)
            throws IOException {
        Files.writeString(directory.resolve("c.csv"), candidates, charset);
        Files.writeString(directory.resolve("u.csv"), units, charset);
        Files.writeString(directory.resolve("p.csv"), preferences, charset);
        List<String> arguments = new ArrayList<>(List.of(
                "--candidates", directory.resolve("c.csv").toString(),
                "--units", directory.resolve("u.csv").toString(),
                "--preferences", directory.resolve("p.csv").toString(),
                "--out", directory.resolve("out").toString()));
        arguments.addAll(List.of(more));
        return arguments.toArray(new String[0]);
    }

    private static final String CANDIDATES = "id,category,orderKey1,orderKey2\n甲,中职,500,10\n乙,中职,500,9\n丙,普高,600,1\n";
    private static final String UNITS = "id,quota,accepts,line,parent\nU,1,中职,,\nV,5,,600,\n";
    private static final String PREFERENCES = "candidate,unit1,unit2\n乙,U,V\n甲,U,\n丙,U,V\n";

    @Test
    void placesThreeTablesAndWritesTheResult() throws IOException {
        Answer answer = place(
                "",
                tables(CANDIDATES, UNITS, PREFERENCES, StandardCharsets.UTF_8, "--mechanism", "PARALLEL", "--verify"));
        assertThat(answer.exit()).as(answer.errors()).isZero();
        assertThat(answer.only().get("placed").asInt()).isEqualTo(2);
        assertThat(Files.readString(directory.resolve("out/assignments.csv")))
                .isEqualTo("candidate,unit,choice\n丙,V,2\n乙,,\n甲,U,1\n");
        assertThat(Files.readString(directory.resolve("out/cutoffs.csv")))
                .isEqualTo("unit,quota,admitted,cutoffPosition,lastAdmitted,orderKey1,orderKey2\n"
                        + "U,1,1,2,2,500,10\nV,5,1,,1,600,1\n");
    }

    @Test
    void encodingQuotesBlanksAndLineEndsDoNotMatter() throws IOException {
        String plain = place(
                        "", tables(CANDIDATES, UNITS, PREFERENCES, StandardCharsets.UTF_8, "--mechanism", "PARALLEL"))
                .only()
                .get("outputDigest")
                .asText();
        String messy = "\uFEFF" + CANDIDATES.replace("\n", "\r\n").replace("甲,", " \"甲\" ,") + "\r\n\r\n";
        Answer quoted = place(
                "",
                tables(
                        messy,
                        UNITS.replace("U,1", "\"U\", 1"),
                        PREFERENCES.replace(",U", " , U "),
                        StandardCharsets.UTF_8,
                        "--mechanism",
                        "PARALLEL"));
        assertThat(quoted.only().path("outputDigest").asText())
                .as(quoted.errors())
                .isEqualTo(plain);
        Answer gb = place(
                "", tables(CANDIDATES, UNITS, PREFERENCES, Charset.forName("GB18030"), "--mechanism", "PARALLEL"));
        assertThat(gb.only().path("outputDigest").asText()).isEqualTo(plain);
    }

    @Test
    void everyBadRowOfTheTablesIsNamed() throws IOException {
        Answer answer = place(
                "",
                tables(
                        CANDIDATES,
                        UNITS,
                        PREFERENCES + "丁,U\n甲,U\n",
                        StandardCharsets.UTF_8,
                        "--mechanism",
                        "PARALLEL"));
        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.only().at("/error/errors").findValuesAsText("code"))
                .containsExactly("UNKNOWN_CANDIDATE", "DUPLICATE_CANDIDATE");
        assertThat(answer.only().at("/error/errors").findValuesAsText("where"))
                .containsExactly("p.csv:5:1", "p.csv:6:1");
        assertThat(place(
                                "",
                                tables(
                                        "甲,,x\n甲,,1\n",
                                        "U,-1\nU,2\n",
                                        "甲,U\n",
                                        StandardCharsets.UTF_8,
                                        "--mechanism",
                                        "PARALLEL"))
                        .only()
                        .at("/error/errors")
                        .findValuesAsText("code"))
                .containsExactly("NEGATIVE", "DUPLICATE_UNIT", "NOT_A_NUMBER", "DUPLICATE_CANDIDATE");
        assertThat(Files.exists(directory.resolve("out")))
                .as("a run never starts on a bad input")
                .isFalse();
    }

    @Test
    void tablesAskForAMechanismThatWorksOnThem() throws IOException {
        Answer answer =
                place("", tables(CANDIDATES, UNITS, PREFERENCES, StandardCharsets.UTF_8, "--mechanism", "LOTTERY"));
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.code()).isEqualTo("UNKNOWN_MECHANISM");
        for (String mechanism : List.of("SEQUENTIAL", "DEFERRED_ACCEPTANCE", "MULTI_FILE_MATCHING")) {
            assertThat(place(
                                    "",
                                    tables(
                                            CANDIDATES,
                                            UNITS,
                                            PREFERENCES,
                                            StandardCharsets.UTF_8,
                                            "--mechanism",
                                            mechanism,
                                            "--verify"))
                            .exit())
                    .as(mechanism)
                    .isZero();
        }
    }
}
