package org.zhikao.server.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.axonframework.serialization.json.JacksonSerializer;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.liquibase.LiquibaseAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.exemption.Digests;
import org.zhikao.admissions.season.ProcessReview;
import org.zhikao.admissions.season.Rulebook;
import org.zhikao.server.axon.AxonWiring;
import org.zhikao.server.axon.SeasonGate;
import org.zhikao.server.database.Access;
import org.zhikao.server.database.Database;
import org.zhikao.server.database.DatabasePlace;
import org.zhikao.server.database.Mode;
import org.zhikao.server.season.LintedProcess;
import org.zhikao.server.season.ReadRulebook;
import org.zhikao.server.season.SeasonStates;
import org.zhikao.server.work.Digest;
import org.zhikao.views.ViewProgress;
import org.zhikao.views.ViewVersions;
import org.zhikao.views.ViewsConfiguration;
import org.zhikao.views.ViewsRebuild;

/**
 * 视图测速: facts a second, folded anew and by the live reader, on a throw-away database of this machine.
 */
public final class ViewBench {
    private static final long GOAL = 50_000;

    private final PrintWriter out;

    private ViewBench(PrintWriter out) {
        this.out = out;
    }

    /** Only what the live reader of the views needs; the aggregates are set up too, and ask for what they would decide on. */
    @Configuration(proxyBeanMethods = false)
    @Import({AxonWiring.class, ViewsConfiguration.class})
    @EnableAutoConfiguration(
            exclude = {
                DataSourceAutoConfiguration.class,
                LiquibaseAutoConfiguration.class,
                UserDetailsServiceAutoConfiguration.class
            })
    static class Wiring {
        @Bean
        SeasonStates seasonStates(JdbcTemplate jdbc, SeasonGate gate) {
            return new SeasonStates(jdbc, gate);
        }

        @Bean
        Rulebook rulebook() {
            return new ReadRulebook();
        }

        @Bean
        ProcessReview processReview() {
            return new LintedProcess();
        }

        /** Dossiers ask for it although no command is sent here. */
        @Bean
        Digests digests() {
            return Digest::of;
        }
    }

    /**
     * Measures on the facts of so many candidates, folding anew so many times.
     *
     * @param out told each step as it is done
     */
    public static List<Figure> run(int candidates, int rounds, PrintWriter out) throws SQLException, IOException {
        return new ViewBench(out).measure(candidates, rounds);
    }

    private List<Figure> measure(int candidates, int rounds) throws SQLException, IOException {
        try (Database database = Database.open(new DatabasePlace.Throwaway(), Mode.THROWAWAY)) {
            long facts;
            long started = System.nanoTime();
            try (Connection connection = database.application().unhurried().connect()) {
                facts = new FactMill(candidates).write(connection);
                connection.createStatement().execute("analyze domain_event_entry");
            }
            print("facts %d of %d candidates written in %.1f s", facts, candidates, seconds(started));
            return List.of(live(database, facts), rebuild(database, rounds));
        }
    }

    private Figure live(Database database, long facts) {
        try (HikariDataSource pool = pool(database.application());
                ConfigurableApplicationContext context = context(pool)) {
            long started = System.nanoTime();
            if (!context.getBean(ViewProgress.class).awaitHead(Duration.ofHours(1))) {
                throw new IllegalStateException("the live reader did not come to the end");
            }
            double seconds = seconds(started);
            print("live reader: %d facts in %.1f s, %.0f facts/s", facts, seconds, facts / seconds);
            return Figure.plain("views, live reader", facts / seconds, "facts/s");
        }
    }

    /** The reader alone, on the pool given. */
    public static ConfigurableApplicationContext context(DataSource pool) {
        return new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .initializers(c -> c.getBeanFactory().registerSingleton("dataSource", pool))
                .properties(
                        "axon.axonserver.enabled=false",
                        "axon.update-check.disabled=true",
                        "logging.level.root=WARN",
                        "spring.main.allow-bean-definition-overriding=false")
                .run();
    }

    private Figure rebuild(Database database, int rounds) {
        try (HikariDataSource pool = pool(database.application().unhurried())) {
            ViewsRebuild rebuild = new ViewsRebuild(
                    pool, JacksonSerializer.defaultSerializer(), Clock.systemUTC(), new ViewVersions(), 2);
            ViewsRebuild.Comparison comparison = rebuild.compare();
            if (!comparison.equal()) {
                throw new IllegalStateException("folded anew and live differ: " + comparison.first());
            }
            List<Double> speeds = new ArrayList<>();
            for (int i = 0; i < rounds; i++) {
                long started = System.nanoTime();
                ViewsRebuild.Folded folded = rebuild.rebuild();
                double seconds = seconds(started);
                speeds.add(folded.facts() / seconds);
                print("rebuild: %d facts in %.1f s, %.0f facts/s", folded.facts(), seconds, folded.facts() / seconds);
            }
            speeds.sort(null);
            double median = speeds.get(speeds.size() / 2);
            return Figure.atLeast("views, folded anew, median", median, "facts/s", GOAL);
        }
    }

    /** A pool as the application has it. */
    public static HikariDataSource pool(Access access) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(access.url());
        pool.setUsername(access.user());
        pool.setPassword(access.password());
        pool.setConnectionInitSql(access.sessionSql());
        pool.setMaximumPoolSize(8);
        return pool;
    }

    private static double seconds(long started) {
        return (System.nanoTime() - started) / 1e9;
    }

    private void print(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }
}
