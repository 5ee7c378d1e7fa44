package org.zhikao.server.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.scoring.engine.ScoreEngine;
import org.zhikao.admissions.season.rules.SeasonRules;
import org.zhikao.formats.scoring.RowError;
import org.zhikao.formats.scoring.ScoreInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code zhikao score}: marks to totals, reasons, ranks and calculation sheets, without server or database. */
@Command(name = "score", mixinStandardHelpOptions = true, description = "按方案计算总分和位次;0 完成,1 有错误行或规则未公布,2 文件不可用")
public final class ScoreCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    enum Format {
        json,
        csv
    }

    @Option(names = "--rules", required = true, paramLabel = "FILE", description = "方案文件或已提供的省份名")
    private String rulesFile = "";

    @Option(names = "--track", required = true, paramLabel = "TRACK", description = "招生通道编号")
    private String track = "";

    @Option(
            names = "--marks",
            required = true,
            paramLabel = "MARKS.csv",
            description = "列 candidate,component,mark,status[,sitting]")
    private Path marks = Path.of("");

    @Option(
            names = "--candidates",
            paramLabel = "CANDIDATES.csv",
            description =
                    "列 candidate 及 kind,category,prizes,certificates,grounds,flags,steps,bonus,random,positions 中的任何几列")
    private @Nullable Path candidates;

    @Option(names = "--list", paramLabel = "UNIT", description = "只输出这个名单")
    private @Nullable String list;

    @Option(names = "--format", defaultValue = "json", description = "json(默认,每个名单一行一个数组)或 csv")
    private Format format = Format.json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            return run(out, err);
        } finally {
            out.flush();
            err.flush();
        }
    }

    private int run(PrintWriter out, PrintWriter err) throws IOException {
        Optional<SeasonRules> rules = RulesFiles.computable(rulesFile, err);
        if (rules.isEmpty()) {
            return 2;
        }
        if (rules.get().track(track).isEmpty()) {
            List<String> known = rules.get().tracks().stream().map(t -> t.id()).toList();
            err.println("没有通道 " + track + ",可写 " + String.join("、", known) + " · no such track");
            return 2;
        }
        for (Path file : candidates == null ? List.of(marks) : List.of(marks, candidates)) {
            if (!Files.isRegularFile(file)) {
                err.println("找不到文件 " + file + " · no such file");
                return 2;
            }
        }
        ScoreEngine engine = ScoreEngine.of(rules.get(), track);
        ScoreInput input = ScoreInput.read(
                engine,
                marks.toString(),
                Files.readAllBytes(marks),
                String.valueOf(candidates),
                candidates == null ? null : Files.readAllBytes(candidates));
        if (!input.errors().isEmpty()) {
            for (RowError e : input.errors()) {
                err.println(JSON.writeValueAsString(e));
            }
            return 1;
        }
        ScoreReport report = new ScoreReport(engine, input);
        if (list != null && !report.lists().contains(list)) {
            err.println("没有名单 " + list + ",可写 " + String.join("、", report.lists()) + " · no such list");
            return 2;
        }
        List<String> lists = list == null ? report.lists() : List.of(list);
        if (format == Format.csv) {
            report.csv(lists, out);
        } else {
            for (String name : lists) {
                out.println(JSON.writeValueAsString(report.json(name)));
            }
        }
        if (!report.ranked()) {
            err.println("RULE_MISSING /tracks/" + rules.get().tracks().indexOf(engine.track())
                    + "/ranking/ties 同分比较次序未公布,不能排名 · tie-break order not published, nobody is ranked");
            return 1;
        }
        return 0;
    }
}
