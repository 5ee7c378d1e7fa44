package org.zhikao.server.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.liquibase.LiquibaseAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhikao.admissions.exemption.Digests;
import org.zhikao.admissions.process.ProcessRebuild;
import org.zhikao.admissions.season.ProcessReview;
import org.zhikao.admissions.season.Rulebook;
import org.zhikao.admissions.shared.Event;
import org.zhikao.server.axon.AxonWiring;
import org.zhikao.server.axon.SeasonGate;
import org.zhikao.server.database.Database;
import org.zhikao.server.database.DatabasePlace;
import org.zhikao.server.database.Mode;
import org.zhikao.server.season.LintedProcess;
import org.zhikao.server.season.ReadRulebook;
import org.zhikao.server.season.SeasonStates;
import org.zhikao.server.work.Digest;
import org.zhikao.server.work.Readers;
import org.zhikao.workflows.BatchMover;
import org.zhikao.workflows.Contracts;
import org.zhikao.workflows.engine.EngineSettings;
import org.zhikao.workflows.engine.IngressConfiguration;

/**
 * 令牌测速: how fast facts move tokens while so many applications wait: the mover alone, the whole ingress from the event
 * table, and everything folded anew. No views run beside it. A wave is one fact of every candidate, so that all of them wait
 * while it passes; only facts that move a token count.
 */
public final class TokenBench {
    private static final double MOVES = 25_000;
    private static final double FACTS = 10_000;
    private static final double REBUILD_SECONDS = 30;
    private static final int PROVINCE = 300_000;
    /** To the seats' being arranged: further on a wave moves few, or ends cases. */
    static final int WAVES = 4;

    private static final int BATCH = EngineSettings.DEFAULT.batch();
    private static final int THREADS = EngineSettings.DEFAULT.segments();
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final PrintWriter log;

    private TokenBench(PrintWriter log) {
        this.log = log;
    }

    /** The reader of facts for tokens and nothing else. */
    @Configuration(proxyBeanMethods = false)
    @Import({AxonWiring.class, IngressConfiguration.class})
    @EnableAutoConfiguration(exclude = {DataSourceAutoConfiguration.class, LiquibaseAutoConfiguration.class})
    static class Wiring {
        @Bean
        EngineSettings engineSettings() {
            return EngineSettings.DEFAULT.withoutJobs();
        }

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

    /** Measures each size on databases of its own; growth is told from one to the next. */
    public static List<Figure> run(List<Integer> sizes, PrintWriter log) throws SQLException {
        TokenBench bench = new TokenBench(log);
        List<Figure> figures = new ArrayList<>();
        double smaller = 0;
        for (int size : sizes) {
            String name = String.format(Locale.ROOT, "%,d applications, ", size);
            figures.add(bench.mover(size, name));
            double ingress = bench.ingress(size, name, figures);
            if (smaller > 0) {
                figures.add(Figure.atLeast(name + "ingress against the size before", ingress / smaller, "times", 1));
            }
            smaller = ingress;
        }
        return figures;
    }

    private Figure mover(int size, String name) {
        try (Database database = Database.open(new DatabasePlace.Throwaway(), Mode.THROWAWAY);
                HikariDataSource pool = ViewBench.pool(database.application());
                ConfigurableApplicationContext context = context(pool)) {
            ingress(context).shutDown();
            Contracts contracts = context.getBean(Contracts.class);
            BatchMover mover = context.getBean(BatchMover.class);
            TransactionTemplate transaction =
                    new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
            long moved = 0;
            double seconds = 0;
            for (int wave = 0; wave < WAVES; wave++) {
                List<List<BatchMover.Numbered>> threads = facts(contracts, size, wave);
                long facts = threads.stream().mapToLong(List::size).sum();
                long started = System.nanoTime();
                inThreads(threads, part -> {
                    for (int from = 0; from < part.size(); from += BATCH) {
                        var some = part.subList(from, Math.min(part.size(), from + BATCH));
                        transaction.executeWithoutResult(status -> mover.apply(some));
                    }
                });
                double took = seconds(started);
                told("%smover, wave %d: %d facts, %.0f a second", name, wave, facts, facts / took);
                // The first wave starts the cases, which is another thing than moving them.
                if (wave > 0) {
                    moved += facts;
                    seconds += facts == 0 ? 0 : took;
                }
            }
            return Figure.atLeast(name + "mover alone", moved / seconds, "moves/s", MOVES);
        }
    }

    /** The moving facts of a wave, dealt out to threads by candidate. */
    private static List<List<BatchMover.Numbered>> facts(Contracts contracts, int size, int wave) {
        List<List<BatchMover.Numbered>> threads = new ArrayList<>();
        for (int t = 0; t < THREADS; t++) {
            threads.add(new ArrayList<>());
        }
        for (int i = 0; i < size; i++) {
            List<Event> all = FactMill.factsOf(i);
            if (wave < all.size() && contracts.moves(all.get(wave).getClass())) {
                long index = (long) wave * size + i + 1;
                threads.get(i % THREADS).add(new BatchMover.Numbered(index, all.get(wave)));
            }
        }
        return threads;
    }

    private double ingress(int size, String name, List<Figure> figures) throws SQLException {
        try (Database database = Database.open(new DatabasePlace.Throwaway(), Mode.THROWAWAY);
                HikariDataSource pool = ViewBench.pool(database.application());
                ConfigurableApplicationContext context = context(pool);
                Connection connection = database.application().unhurried().connect()) {
            StreamingEventProcessor ingress = ingress(context);
            ingress.shutDown();
            Contracts contracts = context.getBean(Contracts.class);
            Readers readers = new Readers(
                    context.getBean(EventProcessingConfiguration.class), new JdbcTemplate(pool), List.of("ingress"));
            FactMill mill = new FactMill(size);
            mill.writeSeason(connection);
            long moved = 0;
            double seconds = 0;
            for (int wave = 0; wave < WAVES; wave++) {
                long facts = facts(contracts, size, wave).stream()
                        .mapToLong(List::size)
                        .sum();
                mill.wave(connection, wave);
                long started = System.nanoTime();
                ingress.start();
                readers.awaitHead(PATIENCE);
                double took = seconds(started);
                ingress.shutDown();
                told("%singress, wave %d: %d facts that move, %.0f a second", name, wave, facts, facts / took);
                if (wave > 0 && facts > 0) {
                    moved += facts;
                    seconds += took;
                }
            }
            figures.add(Figure.atLeast(name + "whole ingress", moved / seconds, "facts/s", FACTS));
            ProcessRebuild.Report rebuilt =
                    context.getBean(ProcessRebuild.class).rebuild(folded -> {});
            double took = rebuilt.millis() / 1e3;
            told("%srebuilt from %d facts in %.1f s", name, rebuilt.facts(), took);
            figures.add(
                    size == PROVINCE
                            ? Figure.atMost(name + "rebuild workflow", took, "s", REBUILD_SECONDS)
                            : Figure.plain(name + "rebuild workflow", took, "s"));
            return moved / seconds;
        }
    }

    static StreamingEventProcessor ingress(ConfigurableApplicationContext context) {
        return context.getBean(EventProcessingConfiguration.class)
                .eventProcessor("ingress", StreamingEventProcessor.class)
                .orElseThrow();
    }

    static ConfigurableApplicationContext context(HikariDataSource pool) {
        return new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .initializers(c -> c.getBeanFactory().registerSingleton("dataSource", pool))
                .properties(
                        "axon.axonserver.enabled=false",
                        "axon.update-check.disabled=true",
                        "axon.timeout.enabled=false",
                        "logging.level.root=WARN")
                .run();
    }

    private interface Part {
        void run(List<BatchMover.Numbered> facts);
    }

    private static void inThreads(List<List<BatchMover.Numbered>> parts, Part work) {
        ExecutorService pool = Executors.newFixedThreadPool(parts.size());
        try {
            List<Future<?>> running = new ArrayList<>();
            parts.forEach(part -> running.add(pool.submit(() -> work.run(part))));
            for (Future<?> one : running) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while moving", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a batch could not be moved", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static double seconds(long started) {
        return (System.nanoTime() - started) / 1e9;
    }

    private void told(String format, Object... values) {
        log.println(String.format(Locale.ROOT, format, values));
        log.flush();
    }
}
