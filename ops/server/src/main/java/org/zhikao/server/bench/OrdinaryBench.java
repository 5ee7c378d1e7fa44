package org.zhikao.server.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.zhikao.admissions.process.ProcessRebuild;
import org.zhikao.admissions.process.ProcessState;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.formats.season.SeasonReading;
import org.zhikao.seeds.Habits;
import org.zhikao.seeds.Population;
import org.zhikao.seeds.SeasonShape;
import org.zhikao.seeds.VirtualSeason;
import org.zhikao.server.Starting;
import org.zhikao.server.axon.CommandSender;
import org.zhikao.server.database.Database;
import org.zhikao.server.database.DatabasePlace;
import org.zhikao.server.database.Mode;
import org.zhikao.server.play.PlayedSeason;
import org.zhikao.server.play.Progress;
import org.zhikao.server.play.SeasonPlay;
import org.zhikao.server.play.Shapes;
import org.zhikao.server.play.VirtualClock;
import org.zhikao.views.ViewsConfiguration;
import org.zhikao.workflows.engine.EngineSettings;
import org.zhikao.workflows.engine.OrdinaryTokens;
import org.zhikao.workflows.engine.TokenReader;

/**
 * 对照: the same season, rules, candidates, facts and steps in the ordinary way: a command, a folded fact and a call of the engine
 * each in a transaction of its own. Tables, indexes, pool and number of threads are ours.
 */
final class OrdinaryBench {
    private static final double GOAL = 20;
    private static final List<String> HISTORIES = List.of("full", "none");

    private OrdinaryBench() {}

    /**
     * Plays the season both ordinary ways.
     *
     * @param ours seconds a candidate of a season of the same size, played in the same run
     * @throws IllegalStateException when a candidate does not end where the facts put him
     */
    static List<Figure> run(
            String province, SeasonReading rules, int candidates, long seed, int exempt, double ours, PrintWriter log) {
        List<Figure> figures = new ArrayList<>();
        for (String history : HISTORIES) {
            Map<String, Double> phases = played(province, rules, candidates, seed, exempt, history);
            double seconds =
                    phases.values().stream().mapToDouble(Double::doubleValue).sum();
            String name = String.format(Locale.ROOT, "ordinary season of %,d, history %s", candidates, history);
            figures.add(Figure.plain(name + ", all phases", seconds, "s"));
            double times = seconds / candidates / ours;
            figures.add(
                    history.equals("full")
                            ? Figure.atLeast(name + ", cost of a candidate against ours", times, "times", GOAL)
                            : Figure.plain(name + ", cost of a candidate against ours", times, "times"));
            log.println(name + ": " + seconds + " s, " + times + " times; " + phases);
            log.flush();
        }
        return figures;
    }

    private static Map<String, Double> played(
            String province, SeasonReading rules, int candidates, long seed, int exempt, String history) {
        SeasonId season = new SeasonId(rules.rules().orElseThrow().id());
        SeasonShape shape = Shapes.of(season, rules.rules().orElseThrow());
        Population population =
                Population.of(seed, candidates, shape, Habits.usual().withExemption(exempt));
        VirtualSeason calendar = VirtualSeason.usual(shape.year(), shape.rounds());
        VirtualClock clock = new VirtualClock(calendar.preparation().drafted());
        try (Database database = Database.open(new DatabasePlace.Throwaway(), Mode.THROWAWAY);
                ConfigurableApplicationContext context =
                        Starting.core(database, clock, extra -> ordinary(extra, history))) {
            SeasonPlay play = PlayedSeason.play(
                    context, season, province, rules, population, calendar, clock, seed, Progress.SILENT);
            play.play();
            check(context, play);
            return play.nanos().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue() / 1e9, (a, b) -> a, TreeMap::new));
        }
    }

    private static void ordinary(GenericApplicationContext context, String history) {
        context.registerBean(
                CommandSender.class,
                () -> new OrdinaryCommands(context.getBean(CommandGateway.class)),
                definition -> definition.setPrimary(true));
        context.registerBean(
                OrdinaryTokens.class,
                () -> new OrdinaryTokens(context, history),
                definition -> definition.setPrimary(true));
        context.registerBean(ViewsConfiguration.Batch.class, () -> new ViewsConfiguration.Batch(1));
        context.registerBean(
                EngineSettings.class,
                () -> new EngineSettings(
                        false, 1, EngineSettings.DEFAULT.segments(), EngineSettings.DEFAULT.analyze()));
    }

    /** Each case waits where the same facts put it when they are folded by us. */
    private static void check(ConfigurableApplicationContext context, SeasonPlay play) {
        OrdinaryTokens tokens = (OrdinaryTokens) context.getBean(TokenReader.class);
        Map<String, Long> ordinary = tokens.waiting();
        context.getBean(ProcessRebuild.class).rebuild(facts -> {});
        Map<String, Long> ours =
                new TreeMap<>(context.getBean(ProcessState.class).tokens().getOrDefault("application", Map.of()));
        ours.keySet().removeIf(place -> place.startsWith("end_"));
        if (!ordinary.equals(ours) || !play.refusals().isEmpty()) {
            throw new IllegalStateException("ordinary cases wait at " + ordinary + ", ours at " + ours + "; refusals "
                    + play.refusals() + "; early " + tokens.early());
        }
    }
}
