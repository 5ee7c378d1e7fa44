package org.zhikao.server.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.process.ModelLint.Finding;
import org.zhikao.admissions.process.ModelLint.Severity;
import org.zhikao.admissions.process.Rehearsed;
import org.zhikao.formats.facts.StoredFactReader;
import org.zhikao.formats.facts.StoredFactReader.Unreadable;
import org.zhikao.formats.season.SeasonReading;
import org.zhikao.server.play.Rehearsals;
import org.zhikao.workflows.lint.Linter;
import org.zhikao.workflows.rehearsal.Rehearsal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code zhikao rehearse}: walks a draft in memory; 0 walked, 1 the model has errors, 2 something is unreadable. */
@Command(name = "rehearse", description = "在内存中预演流程草案:虚构考生或真实事实,与现行版本比较,不写入任何数据", mixinStandardHelpOptions = true)
public final class RehearseCommand implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int ERRORS = 1;
    private static final int UNREADABLE = 2;
    private static final int MOST_BYTES = (1 << 20) + 1;

    @Option(names = "--model", required = true, paramLabel = "FILE", description = "BPMN 草案")
    private Path model = Path.of("");

    @Option(names = "--candidates", defaultValue = "2000", description = "虚构考生人数(默认 ${DEFAULT-VALUE})")
    private int candidates = 2000;

    @Option(names = "--seed", defaultValue = "7", description = "随机种子(默认 ${DEFAULT-VALUE})")
    private long seed = 7;

    @Option(names = "--province", defaultValue = "shandong", description = "虚构考生所用的省份方案(默认 ${DEFAULT-VALUE})")
    private String province = "shandong";

    @Option(names = "--facts", paramLabel = "FILE", description = "存储的事实,每行一个 JSON;代替虚构考生")
    private @Nullable Path facts;

    @Option(names = "--json", required = true, paramLabel = "FILE", description = "把结果写成 JSON 文件")
    private Path json = Path.of("");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        byte[] draft;
        try (var in = Files.newInputStream(model)) {
            draft = in.readNBytes(MOST_BYTES);
        } catch (IOException e) {
            err.println("无法读取 " + model + ":" + e.getMessage());
            return UNREADABLE;
        }
        List<Finding> errors = Linter.ofThisRelease().check(model.toString(), draft).stream()
                .filter(f -> f.severity() == Severity.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            errors.forEach(f -> err.println(f.element() + " " + f.rule() + ": " + f.message() + "。" + f.fix()));
            return errors.stream().anyMatch(f -> f.rule().equals("not-xml")) ? UNREADABLE : ERRORS;
        }
        ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        ObjectNode report = mapper.createObjectNode();
        Rehearsed result;
        Path given = facts;
        if (given != null) {
            Rehearsal rehearsal = Rehearsals.against(draft);
            try (BufferedReader in = Files.newBufferedReader(given)) {
                long lines = new StoredFactReader().read(in, rehearsal::concerns, rehearsal::take);
                report.putObject("input").put("kind", "facts").put("lines", lines);
            } catch (IOException | Unreadable e) {
                err.println("无法读取 " + given + ":" + e.getMessage());
                return UNREADABLE;
            }
            result = rehearsal.result();
        } else {
            SeasonReading reading = SeasonCommand.rules(province);
            if (reading == null || candidates < 1 || candidates > 1_000_000) {
                err.println(reading == null ? "没有名为 " + province + " 的省份方案" : "--candidates 应在 1 到 1,000,000 之间");
                return UNREADABLE;
            }
            report.putObject("input")
                    .put("kind", "synthetic")
                    .put("province", province)
                    .put("candidates", candidates)
                    .put("seed", seed);
            result = Rehearsals.synthetic(draft, reading.rules().orElseThrow(), candidates, seed);
        }
        report.setAll((ObjectNode) mapper.valueToTree(result));
        Files.write(json, mapper.writeValueAsBytes(report));
        new RehearsalTable(out).print(result);
        out.flush();
        return DONE;
    }
}
