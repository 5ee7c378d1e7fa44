package org.zhikao.server.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.zhikao.server.Starting;
import org.zhikao.server.database.Database;
import org.zhikao.server.database.DatabasePlace;
import org.zhikao.server.database.Mode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves real use: no accounts but those that were invited, no clock but the real one. */
@Command(name = "serve", description = "正式使用:空库起步,账号见 account", mixinStandardHelpOptions = true)
public final class ServeCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--port", defaultValue = "8080", description = "端口(默认 ${DEFAULT-VALUE},0 为任意空闲端口)")
    private int port = 8080;

    @Option(names = "--data", defaultValue = "data", description = "数据目录(默认 ${DEFAULT-VALUE})")
    private Path data = Path.of("data");

    @Override
    public Integer call() throws InterruptedException {
        CommandLine line =
                Objects.requireNonNull(spec, "filled in by the command line").commandLine();
        PrintWriter out = line.getOut();
        try (Database database = Database.open(DatabasePlace.of(System.getenv(), data), Mode.REAL);
                ConfigurableApplicationContext context =
                        Starting.server(database, Clock.systemUTC(), data, port, generic -> {})) {
            out.println("已就绪:http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + "/");
            out.println("首次使用:ops/zhikao account 建立两名考试院人员的账号(一次性激活码)。");
            out.flush();
            return RunCommand.untilTheEnd(database, line.getErr());
        }
    }
}
