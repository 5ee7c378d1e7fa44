package org.zhikao.server.browser;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.zhikao.formats.season.SeasonReading;
import org.zhikao.formats.season.SeasonRulesReader;
import org.zhikao.server.Starting;
import org.zhikao.server.database.Database;
import org.zhikao.server.database.DatabasePlace;
import org.zhikao.server.database.Mode;
import org.zhikao.server.jobs.DeskWork;
import org.zhikao.server.play.Demonstration;
import org.zhikao.server.play.VirtualClock;
import org.zhikao.server.security.DemonstrationDesk;

/** The demonstration as {@code ops/dev run} serves it, on a throw-away database and any free port. */
final class WholeDemonstration implements AutoCloseable {
    private final Database database;
    private final ConfigurableApplicationContext context;

    WholeDemonstration() throws IOException {
        this(generic -> {});
    }

    /** With beans of the test's own. */
    WholeDemonstration(Consumer<GenericApplicationContext> extra) throws IOException {
        SeasonReading rules = rules();
        VirtualClock clock =
                new VirtualClock(Demonstration.calendar(rules).preparation().drafted());
        AtomicReference<DeskWork.NextPhase> next = new AtomicReference<>();
        Path data = Files.createTempDirectory("zhikao-browser");
        database = Database.open(new DatabasePlace.Throwaway(), Mode.DEMONSTRATION);
        context = Starting.server(database, clock, data, 0, generic -> {
            generic.registerBean(
                    DeskWork.NextPhase.class, () -> () -> next.get().advance());
            generic.registerBean(DemonstrationDesk.class, () -> DemonstrationDesk.over(generic));
            extra.accept(generic);
        });
        Demonstration demonstration = Demonstration.of(context, rules, "shandong", clock);
        next.set(demonstration);
        demonstration.open();
    }

    private static SeasonReading rules() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                WholeDemonstration.class.getResourceAsStream("/provinces/shandong.assumed.yaml"))) {
            return SeasonRulesReader.read(in.readAllBytes());
        }
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    String at(String path) {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path;
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
