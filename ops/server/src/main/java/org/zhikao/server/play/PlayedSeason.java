package org.zhikao.server.play;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.formats.season.SeasonReading;
import org.zhikao.seeds.Habits;
import org.zhikao.seeds.Population;
import org.zhikao.seeds.SeasonShape;
import org.zhikao.seeds.VirtualSeason;
import org.zhikao.server.Starting;
import org.zhikao.server.database.Database;
import org.zhikao.server.database.DatabasePlace;
import org.zhikao.server.database.Mode;
import org.zhikao.server.duty.OpenDuties;
import org.zhikao.server.ledger.FactsFile;
import org.zhikao.server.season.SeasonStates;
import org.zhikao.server.security.Sealing;
import org.zhikao.server.work.ExamWork;
import org.zhikao.server.work.MassCommands;
import org.zhikao.server.work.PlacementWork;
import org.zhikao.server.work.PreferenceWork;
import org.zhikao.server.work.Readers;
import org.zhikao.server.work.ReleaseWork;
import org.zhikao.server.work.ReviewerPool;
import org.zhikao.server.work.Roll;
import org.zhikao.server.work.RunFiles;
import org.zhikao.views.exemption.ClaimQueries;

/** A season from nothing to its report, on a database of its own that is deleted afterwards. */
public final class PlayedSeason {
    private PlayedSeason() {}

    /**
     * What outlives the database of a played season.
     *
     * @param facts a file that takes all facts at the end, null for none
     * @param runs a folder that takes the published files of every run, null for none
     */
    public record Kept(@Nullable Path facts, @Nullable Path runs) {
        public static final Kept NOTHING = new Kept(null, null);
    }

    public static SeasonReport run(
            SeasonId season,
            String province,
            SeasonReading rules,
            int candidates,
            long seed,
            int exemptionsPerMyriad,
            Kept kept,
            Progress progress) {
        long start = System.nanoTime();
        SeasonShape shape = Shapes.of(season, rules.rules().orElseThrow());
        Population population =
                Population.of(seed, candidates, shape, Habits.usual().withExemption(exemptionsPerMyriad));
        VirtualSeason calendar = VirtualSeason.usual(shape.year(), shape.rounds());
        VirtualClock clock = new VirtualClock(calendar.preparation().drafted());
        try (Database database = Database.open(new DatabasePlace.Throwaway(), Mode.THROWAWAY);
                ConfigurableApplicationContext context = Starting.core(database, clock)) {
            progress.ended("start", System.nanoTime() - start);
            SeasonPlay play = play(context, season, province, rules, population, calendar, clock, seed, progress);
            play.play();
            long checking = System.nanoTime();
            Map<String, Long> phases = play.nanos();
            SeasonReport report = new Reporting(context, season).report(phases, play.refusals());
            progress.ended("checks", System.nanoTime() - checking);
            keep(kept, season, database, context);
            return report;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("the season could not be kept in " + kept, e);
        }
    }

    private static void keep(Kept kept, SeasonId season, Database database, ApplicationContext context)
            throws IOException, SQLException {
        if (kept.facts() != null) {
            FactsFile.write(database.application().unhurried(), kept.facts());
        }
        if (kept.runs() != null) {
            RunFiles files = context.getBean(RunFiles.class);
            for (int run = 1; files.of(season, run).isPresent(); run++) {
                RunFiles.unpack(files.of(season, run).orElseThrow(), kept.runs().resolve("run-" + run));
            }
        }
    }

    /** A play over a throw-away database, not yet begun. */
    public static SeasonPlay play(
            ApplicationContext context,
            SeasonId season,
            String province,
            SeasonReading rules,
            Population population,
            VirtualSeason calendar,
            VirtualClock clock,
            long seed,
            Progress progress) {
        JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
        return new SeasonPlay(
                tools(
                        context,
                        new SealedBySeed(Sealing.seeded(jdbc, seed, Mode.THROWAWAY)),
                        s -> Cast.reviewers(
                                population.organisations().province().id())),
                season,
                province,
                rules.canonical().orElseThrow(),
                population,
                calendar,
                clock,
                seed,
                progress);
    }

    static SeasonPlay.SeasonTools tools(
            ApplicationContext context, SeasonPlay.Particulars sealing, ReviewerPool reviewers) {
        return new SeasonPlay.SeasonTools(
                context.getBean(CommandGateway.class),
                context.getBean(MassCommands.class),
                context.getBean(Readers.class),
                context.getBean(Roll.class),
                context.getBean(ExamWork.class),
                context.getBean(ReleaseWork.class),
                context.getBean(PreferenceWork.class),
                context.getBean(PlacementWork.class),
                context.getBean(ClaimQueries.class),
                reviewers,
                sealing,
                context.getBean(SeasonStates.class),
                new OpenDuties(context.getBean(JdbcTemplate.class)));
    }
}
