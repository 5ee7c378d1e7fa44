package org.zhikao.server.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.formats.season.SeasonReading;
import org.zhikao.formats.season.SeasonRulesReader;
import org.zhikao.server.play.PlayedSeason;
import org.zhikao.server.play.SeasonReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plays a complete season on a throw-away database and checks it. */
@Command(name = "season", description = "在临时数据库上跑完一个完整考试年度,并核查结果", mixinStandardHelpOptions = true)
public final class SeasonCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--province", defaultValue = "shandong", description = "省份方案名(默认 ${DEFAULT-VALUE})")
    private String province = "shandong";

    @Option(names = "--candidates", defaultValue = "2000", description = "考生人数(默认 ${DEFAULT-VALUE})")
    private int candidates = 2000;

    @Option(names = "--seed", defaultValue = "7", description = "随机种子(默认 ${DEFAULT-VALUE})")
    private long seed = 7;

    @Option(names = "--exemptions", defaultValue = "1%", description = "申请免试的比例(默认 ${DEFAULT-VALUE})")
    private String exemptions = "1%";

    @Option(names = "--report", description = "把报告写成 JSON 文件")
    private @Nullable Path report;

    @Option(names = "--keep-facts", paramLabel = "FILE", description = "把全部事实写成 JSON 行文件(试算、核查用),不覆盖已有文件")
    private @Nullable Path keepFacts;

    @Option(names = "--keep-runs", paramLabel = "DIR", description = "把每次投档的公开数据写入文件夹(供任何人重算),不覆盖已有文件")
    private @Nullable Path keepRuns;

    @Override
    public Integer call() throws IOException {
        CommandSpec own = Objects.requireNonNull(spec, "filled in by the command line");
        PrintWriter out = own.commandLine().getOut();
        PrintWriter err = own.commandLine().getErr();
        if (candidates < 1 || candidates > 1_000_000) {
            err.println("--candidates 应在 1 到 1,000,000 之间");
            return 2;
        }
        if (keepFacts != null && Files.exists(keepFacts)) {
            err.println("文件已存在,不覆盖:" + keepFacts);
            return 2;
        }
        if (keepRuns != null && Files.exists(keepRuns)) {
            err.println("文件夹已存在,不覆盖:" + keepRuns);
            return 2;
        }
        SeasonReading reading = rules(province);
        if (reading == null) {
            err.println("没有名为 " + province + " 的省份方案");
            return 2;
        }
        if (reading.rules().orElseThrow().demonstration()) {
            out.println("注意:" + province + " 的公布值不全,以下使用 " + province + ".assumed 的演示值。");
            reading.rules().orElseThrow().assumptions().forEach(a -> out.println("  " + a.path() + " " + a.note()));
        }
        SeasonId season = new SeasonId(reading.rules().orElseThrow().id());
        SeasonReport result = PlayedSeason.run(
                season,
                province,
                reading,
                candidates,
                seed,
                perMyriad(exemptions),
                new PlayedSeason.Kept(keepFacts, keepRuns),
                new ConsoleProgress(out));
        result.print(out);
        if (report != null) {
            Files.writeString(report, result.json(), StandardCharsets.UTF_8);
        }
        return result.sound() ? 0 : 1;
    }

    /** Published values where they suffice, else those with assumptions; null for an unknown province. */
    static @Nullable SeasonReading rules(String name) throws IOException {
        SeasonReading published = read(name);
        if (published != null && published.publishable()) {
            return published;
        }
        return name.endsWith(".assumed") ? published : read(name + ".assumed");
    }

    private static @Nullable SeasonReading read(String name) throws IOException {
        if (!name.matches("[a-z]+(\\.assumed)?")) {
            return null;
        }
        try (InputStream in = SeasonCommand.class.getResourceAsStream("/provinces/" + name + ".yaml")) {
            return in == null ? null : SeasonRulesReader.read(in.readAllBytes());
        }
    }

    static int perMyriad(String percent) {
        String number = percent.endsWith("%") ? percent.substring(0, percent.length() - 1) : percent;
        return new java.math.BigDecimal(number).movePointRight(2).intValueExact();
    }
}
