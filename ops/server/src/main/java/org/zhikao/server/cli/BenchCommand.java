package org.zhikao.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.zhikao.server.bench.Figure;
import org.zhikao.server.bench.PlacementBench;
import org.zhikao.server.bench.ScoreBench;
import org.zhikao.server.bench.ViewBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures this machine against the goals that were set before building; exit 1 when a goal is missed. */
@Command(name = "bench", description = "性能测量:0 目标全部达到,1 有未达到的目标", mixinStandardHelpOptions = true)
public final class BenchCommand implements Runnable {
    private static final int MILLION = 1_000_000;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(given().commandLine(), "bench placement, bench score or bench views");
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

    @Command(name = "score", description = "成绩计算与排名", mixinStandardHelpOptions = true)
    int score(
            @Option(names = "--quick", description = "十分之一的规模") boolean quick,
            @Option(names = "--json", description = "结果文件;不给则打印") @Nullable Path json)
            throws IOException {
        JsonNode report = ScoreBench.run(quick ? MILLION / 10 : MILLION);
        String text = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(report) + "\n";
        if (json == null) {
            PrintWriter out = given().commandLine().getOut();
            out.print(text);
            out.flush();
        } else {
            Files.writeString(json, text);
        }
        return StreamSupport.stream(report.path("figures").spliterator(), false)
                        .allMatch(figure -> figure.path("met").asBoolean(true))
                ? 0
                : 1;
    }

    @Command(name = "views", description = "视图:每秒折入的事实数,逐行打印", mixinStandardHelpOptions = true)
    int views(
            @Option(names = "--candidates", defaultValue = "30000", description = "考生人数(默认 ${DEFAULT-VALUE})")
                    int candidates,
            @Option(names = "--rounds", defaultValue = "3", description = "重建次数(默认 ${DEFAULT-VALUE})") int rounds)
            throws SQLException, IOException {
        ViewBench.run(candidates, rounds, given().commandLine().getOut());
        return 0;
    }

    private CommandSpec given() {
        return Objects.requireNonNull(spec, "filled in by the command line");
    }
}
