package org.zhikao.server.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zhikao.admissions.season.rules.Finding;
import org.zhikao.formats.season.LocatedFinding;
import org.zhikao.formats.season.SeasonReading;
import org.zhikao.formats.season.SeasonRulesReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zhikao validate FILE…}: exit 0 when publishable, 1 with findings that block, 2 when a file is unusable. */
@Command(name = "validate", mixinStandardHelpOptions = true, description = "检查方案文件:0 可发布,1 有待处理的问题,2 文件不可用")
public final class ValidateCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    enum Format {
        text,
        json
    }

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "方案文件(YAML 或 JSON),或已提供的省份名,如 shandong.assumed")
    private List<String> files = List.of();

    @Option(names = "--format", defaultValue = "text", description = "text(默认)或 json(每行一条)")
    private Format format = Format.text;

    @Spec
    @org.jspecify.annotations.Nullable
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        int exit = 0;
        for (String file : files) {
            Optional<byte[]> bytes = SeasonFiles.read(file);
            if (bytes.isEmpty()) {
                print(
                        out,
                        file,
                        new LocatedFinding(
                                1,
                                Finding.hard(
                                        "", "FILE_NOT_FOUND", "找不到文件,也不是已提供的省份 · no such file or delivered province")));
                exit = 2;
                continue;
            }
            SeasonReading reading = SeasonRulesReader.read(bytes.get());
            for (LocatedFinding finding : reading.findings()) {
                print(out, file, finding);
            }
            if (format == Format.text) {
                out.println(file + ":" + summary(reading));
            }
            exit = Math.max(exit, !reading.usable() ? 2 : reading.publishable() ? 0 : 1);
        }
        out.flush();
        return exit;
    }

    private static String summary(SeasonReading reading) {
        if (!reading.usable()) {
            return " 文件不可用 · unusable file";
        }
        long blocking =
                reading.findings().stream().filter(f -> f.finding().blocks()).count();
        return (blocking == 0 ? " 可以发布 · publishable" : " " + blocking + " 项须处理 · findings that block") + ",摘要 sha256 "
                + reading.digest();
    }

    private void print(PrintWriter out, String file, LocatedFinding located) {
        Finding f = located.finding();
        String severity = f.severity().name().toLowerCase(Locale.ROOT);
        if (format == Format.text) {
            out.println(file + ":" + located.line() + " [" + severity + "] " + f.code() + " " + f.path() + "\n    "
                    + f.message());
            return;
        }
        ObjectNode node = JSON.createObjectNode()
                .put("file", file)
                .put("path", f.path())
                .put("line", located.line())
                .put("clause", f.clause())
                .put("severity", severity)
                .put("code", f.code())
                .put("message", f.message());
        try {
            out.println(JSON.writeValueAsString(node));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts is always writable", e);
        }
    }
}
