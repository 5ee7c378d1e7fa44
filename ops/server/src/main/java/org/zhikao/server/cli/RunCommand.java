package org.zhikao.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.zhikao.formats.season.SeasonReading;
import org.zhikao.server.Starting;
import org.zhikao.server.database.Database;
import org.zhikao.server.database.DatabasePlace;
import org.zhikao.server.database.Mode;
import org.zhikao.server.jobs.DeskWork;
import org.zhikao.server.play.Demonstration;
import org.zhikao.server.play.VirtualClock;
import org.zhikao.server.security.DemonstrationDesk;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves a demonstration season with fictional people on a virtual clock. */
@Command(name = "demo", description = "演示:虚构考生、虚拟时钟,可逐阶段推进", mixinStandardHelpOptions = true)
public final class RunCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--port", defaultValue = "8080", description = "端口(默认 ${DEFAULT-VALUE},0 为任意空闲端口)")
    private int port = 8080;

    @Option(names = "--data", defaultValue = "data/demonstration", description = "数据目录(默认 ${DEFAULT-VALUE})")
    private Path data = Path.of("data/demonstration");

    @Option(names = "--province", defaultValue = "shandong", description = "省份方案名(默认 ${DEFAULT-VALUE})")
    private String province = "shandong";

    @Option(names = "--once", description = "就绪后打开首页一次即结束:用于检查安装,也用于首次启动前的类存档")
    private boolean once;

    @Override
    public Integer call() throws IOException, InterruptedException {
        CommandLine line =
                Objects.requireNonNull(spec, "filled in by the command line").commandLine();
        PrintWriter out = line.getOut();
        SeasonReading rules = SeasonCommand.rules(province);
        if (rules == null) {
            out.println("没有名为 " + province + " 的省份方案");
            return 2;
        }
        VirtualClock clock =
                new VirtualClock(Demonstration.calendar(rules).preparation().drafted());
        AtomicReference<DeskWork.@Nullable NextPhase> next = new AtomicReference<>();
        try (Database database = Database.open(DatabasePlace.of(System.getenv(), data), Mode.DEMONSTRATION);
                ConfigurableApplicationContext context = Starting.server(database, clock, data, port, generic -> {
                    generic.registerBean(
                            DeskWork.NextPhase.class,
                            () -> () -> Objects.requireNonNull(next.get()).advance());
                    generic.registerBean(DemonstrationDesk.class, () -> DemonstrationDesk.over(generic));
                })) {
            Demonstration demonstration = Demonstration.of(context, rules, province, clock);
            next.set(demonstration);
            demonstration.open();
            String actual = context.getEnvironment().getProperty("local.server.port");
            out.println("演示已就绪:http://127.0.0.1:" + actual + "/");
            context.getBean(DemonstrationDesk.class)
                    .shown()
                    .forEach(account ->
                            out.printf("  %-10s 密码 %s  %s%n", account.login(), account.password(), account.what()));
            if (once) {
                out.flush();
                return opened(URI.create("http://127.0.0.1:" + actual + "/")) ? 0 : 1;
            }
            out.println("按 Ctrl+C 停止。");
            out.flush();
            return untilTheEnd(database, line.getErr());
        }
    }

    private static boolean opened(URI page) throws IOException, InterruptedException {
        HttpResponse<Void> answer = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()
                .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.discarding());
        return answer.statusCode() == 200;
    }

    /**
     * Until the process is told to end, its database ending with it, or until the database ends by itself: then nothing
     * can be recorded any more, and an application that goes on would only promise.
     *
     * @return the exit code
     */
    static int untilTheEnd(Database database, PrintWriter complaints) throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        AtomicBoolean lost = new AtomicBoolean();
        database.whenLost(() -> {
            lost.set(true);
            end.countDown();
        });
        Runtime.getRuntime().addShutdownHook(new Thread(end::countDown));
        end.await();
        if (!lost.get()) {
            return 0;
        }
        complaints.println("内嵌 PostgreSQL 已停止,什么也记不下来,职考随之停止。原因见数据目录的 postgres.log;排除后重新启动,已答复的都在。");
        complaints.flush();
        return 1;
    }
}
