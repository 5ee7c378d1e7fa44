package org.zhikao.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhikao.formats.season.SeasonReading;
import org.zhikao.server.bench.AppendBench;
import org.zhikao.server.bench.ClaimBench;
import org.zhikao.server.bench.Figure;
import org.zhikao.server.bench.LastDayBench;
import org.zhikao.server.bench.PlacementBench;
import org.zhikao.server.bench.ProcessBench;
import org.zhikao.server.bench.ReleaseBench;
import org.zhikao.server.bench.Results;
import org.zhikao.server.bench.ScoreBench;
import org.zhikao.server.bench.SeasonBench;
import org.zhikao.server.bench.TokenBench;
import org.zhikao.server.bench.ViewBench;
import org.zhikao.server.bench.WhatIfBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures this machine against the goals that were set before building; exit 1 when a goal is missed. */
@Command(name = "bench", description = "性能测量:0 目标全部达到,1 有未达到的目标", mixinStandardHelpOptions = true)
public final class BenchCommand implements Runnable {
    private static final int MILLION = 1_000_000;
    /** Candidates, applications or cases of each quick measurement. */
    private static final int QUICK = 5_000;

    /** Too few for a figure to be quoted, enough to see that both ways still end alike. */
    private static final int QUICK_ORDINARY = 300;

    private static final int FULL_ORDINARY = 5_000;
    private static final int QUICK_CLAIMS = 300;
    private static final double QUICK_SECONDS = 8;
    private static final int PROVINCE = 300_000;
    private static final double FULL_SECONDS = 300;
    private static final int FULL_APPEND = 60_000;
    private static final List<Integer> FULL_TOKENS = List.of(30_000, PROVINCE);
    private static final int FULL_VIEWS = 100_000;
    private static final int FULL_CLAIMS = 10_000;
    private static final int FULL_OPEN = 100_000;
    private static final int FULL_REHEARSED = 100_000;
    private static final int VIEW_ROUNDS = 3;
    private static final List<Integer> FULL_SEASONS = List.of(10_000, 30_000, 100_000, PROVINCE);

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                given().commandLine(),
                "bench all, append, claims, diagram, last-day, placement, refold, rehearse, release, score, season, tokens,"
                        + " views or what-if");
    }

    @Command(name = "placement", description = "投档引擎", mixinStandardHelpOptions = true)
    int placement(
            @Option(names = "--quick", description = "十分之一的规模") boolean quick,
            @Option(
                            names = "--json",
                            defaultValue = "placement.json",
                            description = "结果文件(默认 ${DEFAULT-VALUE}),旁边写一份 .md")
                    Path json)
            throws IOException {
        List<Figure> figures =
                PlacementBench.run(quick, json, given().commandLine().getErr());
        return figures.stream().noneMatch(figure -> Boolean.FALSE.equals(figure.met())) ? 0 : 1;
    }

    @Command(name = "season", description = "整个考试年度:各阶段用时、每秒事实数、内存", mixinStandardHelpOptions = true)
    int season(
            @Option(
                            names = "--candidates",
                            split = ",",
                            defaultValue = "10000",
                            description = "考生人数,可列多个,由小到大(默认 ${DEFAULT-VALUE})")
                    List<Integer> candidates,
            @Option(names = "--province", defaultValue = "shandong", description = "省份方案名(默认 ${DEFAULT-VALUE})")
                    String province,
            @Option(
                            names = "--ordinary",
                            defaultValue = "5000",
                            description = "另以通常做法对照的考生人数,0 为不对照(默认 ${DEFAULT-VALUE})")
                    int ordinary,
            @Option(names = "--json", description = "结果文件,旁边写一份 .md;不给则只打印") @Nullable Path json)
            throws IOException {
        return told(
                "Season",
                "ops/zhikao bench season",
                SeasonBench.run(
                        province,
                        rules(province),
                        candidates,
                        ordinary,
                        given().commandLine().getErr()),
                json);
    }

    @Command(name = "append", description = "批量命令追加事实:与同样字节的普通批量插入相比", mixinStandardHelpOptions = true)
    int append(
            @Option(names = "--candidates", defaultValue = "30000", description = "考生人数(默认 ${DEFAULT-VALUE})")
                    int candidates,
            @Option(names = "--json", description = "结果文件,旁边写一份 .md;不给则只打印") @Nullable Path json)
            throws SQLException, IOException {
        PrintWriter log = given().commandLine().getErr();
        return told(
                "Append",
                "ops/zhikao bench append",
                AppendBench.run("shandong", rules("shandong"), candidates, log),
                json);
    }

    @Command(name = "tokens", description = "令牌:推进、整个入口、流程重建", mixinStandardHelpOptions = true)
    int tokens(
            @Option(
                            names = "--candidates",
                            split = ",",
                            defaultValue = "30000",
                            description = "等候的报名数,可列多个,由小到大(默认 ${DEFAULT-VALUE})")
                    List<Integer> candidates,
            @Option(names = "--json", description = "结果文件,旁边写一份 .md;不给则只打印") @Nullable Path json)
            throws SQLException, IOException {
        PrintWriter log = given().commandLine().getErr();
        return told("Tokens", "ops/zhikao bench tokens", TokenBench.run(candidates, log), json);
    }

    @Command(name = "release", description = "成绩发布时刻:全体考生登录后查看进度,独自与登分并行", mixinStandardHelpOptions = true)
    int release(
            @Option(names = "--candidates", defaultValue = "300000", description = "考生人数(默认 ${DEFAULT-VALUE})")
                    int candidates,
            @Option(names = "--json", description = "结果文件,旁边写一份 .md;不给则只打印") @Nullable Path json)
            throws SQLException, IOException {
        PrintWriter log = given().commandLine().getErr();
        return told(
                "Release hour", "ops/zhikao bench release", ReleaseBench.run(rules("shandong"), candidates, log), json);
    }

    @Command(name = "last-day", description = "报名截止日:网页报名的持续速率与超出时的应对", mixinStandardHelpOptions = true)
    int lastDay(
            @Option(names = "--seconds", defaultValue = "300", description = "持续多少秒(默认 ${DEFAULT-VALUE})")
                    double seconds,
            @Option(names = "--json", description = "结果文件,旁边写一份 .md;不给则只打印") @Nullable Path json)
            throws SQLException, IOException {
        PrintWriter log = given().commandLine().getErr();
        return told(
                "Last day",
                "ops/zhikao bench last-day",
                LastDayBench.run("shandong", rules("shandong"), seconds, log),
                json);
    }

    @Command(name = "what-if", description = "用草案试算往年:折叠与两次计算", mixinStandardHelpOptions = true)
    int whatIf(
            @Option(names = "--quick", description = "十分之一的规模") boolean quick,
            @Option(names = "--json", description = "结果文件,旁边写一份 .md;不给则只打印") @Nullable Path json)
            throws IOException {
        return told("What-if", "ops/zhikao bench what-if", WhatIfBench.run(quick), json);
    }

    @Command(name = "claims", description = "免试材料:存储与查找、查看件、待办页", mixinStandardHelpOptions = true)
    int claims(
            @Option(names = "--claims", defaultValue = "10000", description = "申请数,每项三份材料(默认 ${DEFAULT-VALUE})")
                    int claims,
            @Option(names = "--open", defaultValue = "100000", description = "待办页的在办件数(默认 ${DEFAULT-VALUE})") int open,
            @Option(names = "--json", description = "结果文件,旁边写一份 .md;不给则只打印") @Nullable Path json)
            throws IOException {
        PrintWriter log = given().commandLine().getErr();
        return told("Claims", "ops/zhikao bench claims", ClaimBench.run(claims, open, log), json);
    }

    @Command(name = "all", description = "全部测量,--quick 用小规模(5,000 名考生,五分钟以内)", mixinStandardHelpOptions = true)
    int all(
            @Option(names = "--quick", description = "小规模") boolean quick,
            @Option(names = "--json", description = "结果文件,旁边写一份 .md;不给则只打印") @Nullable Path json)
            throws SQLException, IOException {
        PrintWriter log = given().commandLine().getErr();
        List<Figure> figures = new ArrayList<>();
        figures.addAll(SeasonBench.run(
                "shandong",
                rules("shandong"),
                quick ? List.of(QUICK) : FULL_SEASONS,
                quick ? QUICK_ORDINARY : FULL_ORDINARY,
                log));
        figures.addAll(AppendBench.run("shandong", rules("shandong"), quick ? QUICK : FULL_APPEND, log));
        figures.addAll(TokenBench.run(quick ? List.of(QUICK) : FULL_TOKENS, log));
        figures.addAll(ViewBench.run(quick ? QUICK : FULL_VIEWS, VIEW_ROUNDS, log));
        figures.addAll(ReleaseBench.run(rules("shandong"), quick ? QUICK : PROVINCE, log));
        figures.addAll(LastDayBench.run("shandong", rules("shandong"), quick ? QUICK_SECONDS : FULL_SECONDS, log));
        figures.addAll(PlacementBench.run(quick, null, log));
        figures.addAll(ScoreBench.run(quick ? MILLION / 10 : MILLION));
        figures.addAll(WhatIfBench.run(quick));
        figures.addAll(ClaimBench.run(quick ? QUICK_CLAIMS : FULL_CLAIMS, quick ? QUICK : FULL_OPEN, log));
        figures.addAll(ProcessBench.rehearse(quick ? QUICK : FULL_REHEARSED));
        figures.addAll(ProcessBench.diagram(quick ? QUICK : PROVINCE));
        figures.addAll(ProcessBench.refold(quick ? QUICK : PROVINCE, log));
        return told("All", quick ? "ops/zhikao bench all --quick" : "ops/zhikao bench all", figures, json);
    }

    /** Prints every figure with its goal; 1 when one is missed. */
    private int told(String what, String command, List<Figure> figures, @Nullable Path json) throws IOException {
        if (json != null) {
            Results.write(what, command, figures, json);
        }
        PrintWriter out = given().commandLine().getOut();
        figures.forEach(figure -> out.println(Results.line(figure)));
        out.flush();
        return figures.stream().noneMatch(figure -> Boolean.FALSE.equals(figure.met())) ? 0 : 1;
    }

    private SeasonReading rules(String province) throws IOException {
        SeasonReading rules = SeasonCommand.rules(province);
        if (rules == null) {
            throw new ParameterException(given().commandLine(), "没有名为 " + province + " 的省份方案");
        }
        return rules;
    }

    @Command(name = "score", description = "成绩计算与排名", mixinStandardHelpOptions = true)
    int score(
            @Option(names = "--quick", description = "十分之一的规模") boolean quick,
            @Option(names = "--json", description = "结果文件,旁边写一份 .md;不给则只打印") @Nullable Path json)
            throws IOException {
        return told("Score", "ops/zhikao bench score", ScoreBench.run(quick ? MILLION / 10 : MILLION), json);
    }

    @Command(name = "views", description = "视图:每秒折入的事实数", mixinStandardHelpOptions = true)
    int views(
            @Option(names = "--candidates", defaultValue = "30000", description = "考生人数(默认 ${DEFAULT-VALUE})")
                    int candidates,
            @Option(names = "--rounds", defaultValue = "3", description = "重建次数(默认 ${DEFAULT-VALUE})") int rounds,
            @Option(names = "--json", description = "结果文件,旁边写一份 .md;不给则只打印") @Nullable Path json)
            throws SQLException, IOException {
        PrintWriter log = given().commandLine().getErr();
        return told("Views", "ops/zhikao bench views", ViewBench.run(candidates, rounds, log), json);
    }

    @Command(name = "rehearse", description = "流程:检查 200 个元素、预演十万名虚构考生", mixinStandardHelpOptions = true)
    int rehearse(
            @Option(names = "--candidates", defaultValue = "100000", description = "考生人数(默认 ${DEFAULT-VALUE})")
                    int candidates,
            @Option(names = "--json", description = "结果文件,旁边写一份 .md;不给则只打印") @Nullable Path json)
            throws IOException {
        return told("Rehearse", "ops/zhikao bench rehearse", ProcessBench.rehearse(candidates), json);
    }

    @Command(name = "diagram", description = "流程:带人数的流程图", mixinStandardHelpOptions = true)
    int diagram(
            @Option(names = "--cases", defaultValue = "300000", description = "个案数(默认 ${DEFAULT-VALUE})") int cases,
            @Option(names = "--json", description = "结果文件,旁边写一份 .md;不给则只打印") @Nullable Path json)
            throws IOException {
        return told("Diagram", "ops/zhikao bench diagram", ProcessBench.diagram(cases), json);
    }

    @Command(name = "refold", description = "流程:全部个案归位到新版本", mixinStandardHelpOptions = true)
    int refold(
            @Option(names = "--candidates", defaultValue = "300000", description = "考生人数(默认 ${DEFAULT-VALUE})")
                    int candidates,
            @Option(names = "--json", description = "结果文件,旁边写一份 .md;不给则只打印") @Nullable Path json)
            throws SQLException, IOException {
        return told(
                "Refold",
                "ops/zhikao bench refold",
                ProcessBench.refold(candidates, given().commandLine().getErr()),
                json);
    }

    private CommandSpec given() {
        return Objects.requireNonNull(spec, "filled in by the command line");
    }
}
