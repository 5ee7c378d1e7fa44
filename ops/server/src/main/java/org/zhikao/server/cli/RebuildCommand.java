package org.zhikao.server.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.zhikao.admissions.process.ProcessRebuild;
import org.zhikao.server.Starting;
import org.zhikao.server.database.Database;
import org.zhikao.server.database.DatabasePlace;
import org.zhikao.server.database.Mode;
import org.zhikao.views.ViewsRebuild;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Empties what was derived and folds it anew from the facts. */
@Command(name = "rebuild", description = "从事实重建视图(views)或流程令牌(workflow)", mixinStandardHelpOptions = true)
public final class RebuildCommand implements Callable<Integer> {
    /** What is rebuilt. */
    enum What {
        VIEWS,
        WORKFLOW
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "views|workflow")
    private What what = What.VIEWS;

    @Option(names = "--data", defaultValue = "data", description = "数据目录(默认 ${DEFAULT-VALUE})")
    private Path data = Path.of("data");

    @Option(names = "--demonstration", description = "数据目录属于演示")
    private boolean demonstration;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec, "filled in by the command line")
                .commandLine()
                .getOut();
        Mode mode = demonstration ? Mode.DEMONSTRATION : Mode.REAL;
        try (Database database = Database.open(DatabasePlace.of(System.getenv(), data), mode);
                ConfigurableApplicationContext context = Starting.core(database, Clock.systemUTC())) {
            if (what == What.VIEWS) {
                ViewsRebuild.Folded folded = context.getBean(ViewsRebuild.class).rebuild();
                out.println("views: " + folded.facts() + " facts folded up to " + folded.head());
            } else {
                ProcessRebuild.Report report =
                        context.getBean(ProcessRebuild.class).rebuild(facts -> {});
                out.println("workflow: " + report.facts() + " facts of " + report.cases() + " cases in "
                        + report.millis() + " ms");
            }
            out.flush();
        }
        return 0;
    }
}
