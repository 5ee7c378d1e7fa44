package org.zhikao.server;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.actuate.autoconfigure.metrics.MetricsAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.observation.web.servlet.WebMvcObservationAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.zhikao.server.database.Database;
import org.zhikao.web.WebSettings;
import org.zhikao.workflows.engine.EngineSettings;

/** Starts the application over a database that is open already. */
public final class Starting {
    private static final Map<String, Object> SETTINGS = Map.ofEntries(
            Map.entry("axon.axonserver.enabled", "false"),
            Map.entry("axon.update-check.disabled", "true"),
            Map.entry("axon.timeout.enabled", "false"),
            // Nobody reads them yet, and each filter of each request would be measured: a sixth of a page's cost.
            Map.entry(
                    "spring.autoconfigure.exclude",
                    String.join(
                            ",",
                            ObservationAutoConfiguration.class.getName(),
                            WebMvcObservationAutoConfiguration.class.getName(),
                            MetricsAutoConfiguration.class.getName())),
            Map.entry("logging.level.root", "WARN"),
            Map.entry("logging.level.org.zhikao", "INFO"),
            Map.entry("spring.jmx.enabled", "false"));

    private Starting() {}

    /** Commands, facts, readers and tokens without any web server. */
    public static ConfigurableApplicationContext core(Database database, Clock clock) {
        return core(database, clock, context -> {});
    }

    /** As {@link #core(Database, Clock)}; {@code extra} adds beans. */
    public static ConfigurableApplicationContext core(
            Database database, Clock clock, Consumer<GenericApplicationContext> extra) {
        return new SpringApplicationBuilder(Core.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties(SETTINGS)
                .initializers(context -> {
                    GenericApplicationContext generic = (GenericApplicationContext) context;
                    register(generic, database, clock);
                    // Whoever starts the core alone says himself what comes next: deadlines would interfere.
                    generic.registerBean(EngineSettings.class, EngineSettings.DEFAULT::withoutJobs);
                    extra.accept(generic);
                })
                .run();
    }

    /** The whole application on a loopback port; {@code extra} adds beans, such as those of a demonstration. */
    public static ConfigurableApplicationContext server(
            Database database, Clock clock, Path data, int port, Consumer<GenericApplicationContext> extra) {
        return new SpringApplicationBuilder(ZhikaoServer.class)
                .web(WebApplicationType.SERVLET)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties(SETTINGS)
                .properties(WebSettings.ALL)
                .properties(Map.of("server.address", "127.0.0.1", "server.port", String.valueOf(port)))
                .initializers(context -> {
                    GenericApplicationContext generic = (GenericApplicationContext) context;
                    register(generic, database, clock);
                    generic.registerBean(DataFolderPath.class, () -> new DataFolderPath(data));
                    extra.accept(generic);
                })
                .run();
    }

    private static void register(GenericApplicationContext context, Database database, Clock clock) {
        // Owned by who opened it: the context must not close it before its own last statement.
        context.registerBean(Database.class, () -> database, definition -> definition.setDestroyMethodName(""));
        context.registerBean(Clock.class, () -> clock);
    }
}
