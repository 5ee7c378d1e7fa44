package org.zhikao.server.work;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.duty.Bar;
import org.zhikao.admissions.placement.FilingRules;
import org.zhikao.admissions.placement.Offer;
import org.zhikao.admissions.placement.PlacementCommand;
import org.zhikao.admissions.placement.PlacementCommand.LeaveUnplaced;
import org.zhikao.admissions.placement.PlacementCommand.PlaceCandidate;
import org.zhikao.admissions.placement.RunCommand.PublishRun;
import org.zhikao.admissions.placement.RunCommand.RecordRun;
import org.zhikao.admissions.placement.RunCommand.RecordVerification;
import org.zhikao.admissions.placement.RunDigest;
import org.zhikao.admissions.placement.RunId;
import org.zhikao.admissions.plan.PlanCommand.ChangePlan;
import org.zhikao.admissions.season.rules.Placement.Mechanism;
import org.zhikao.admissions.season.rules.Track;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.server.season.SeasonState;
import org.zhikao.server.season.SeasonStates;

/**
 * 投档录取 of one round: computed, verified by code that shares nothing with the engine, published, then one fact a candidate.
 *
 * <p>Every step can be repeated after a crash: the same facts give the same run, and a candidate whose outcome stands is
 * refused and left alone.
 */
public final class PlacementWork {
    /** Published properties that the verifier checks on every run. */
    private static final List<String> PROPERTIES = List.of("P1", "P2", "P3", "P4", "P5", "P6");

    private final SeasonStates seasons;
    private final Roll roll;
    private final Hindrances hindrances;
    private final MassCommands mass;
    private final CommandGateway commands;
    private final JdbcTemplate jdbc;
    private final RunFiles files;
    private final Clock clock;

    public PlacementWork(
            SeasonStates seasons,
            Roll roll,
            Hindrances hindrances,
            MassCommands mass,
            CommandGateway commands,
            JdbcTemplate jdbc,
            RunFiles files,
            Clock clock) {
        this.seasons = seasons;
        this.roll = roll;
        this.hindrances = hindrances;
        this.mass = mass;
        this.commands = commands;
        this.jdbc = jdbc;
        this.files = files;
        this.clock = clock;
    }

    /**
     * A run as computed; nothing of it is a fact yet.
     *
     * @param placed offers by candidate
     * @param unplaced causes by candidate
     * @param mechanism of every track that was filed, joined by {@code +}
     * @param violations what the verifier or an undecided tie says against publication
     * @param overflow seats over quota by unit, from tied groups that are admitted together
     * @param markets what was filed, each track and list for itself
     */
    public record Computed(
            SeasonId season,
            int run,
            int round,
            String mechanism,
            Map<CandidateId, Offer> placed,
            Map<CandidateId, String> unplaced,
            List<String> violations,
            Map<String, Integer> overflow,
            List<PlacementMarket> markets,
            RunDigest digest) {}

    /** Computes and verifies; writes nothing. The readers must have seen every fact. */
    public Computed compute(SeasonId season, int run, int round) {
        SeasonState state = seasons.state(season);
        List<RollRow> rows = roll.read(season);
        Map<CandidateId, String> hindered = hindrances.of(season, rows, "placement.placed", Bar.PLACEMENT);
        String runId = RunId.of(season, run).toString();
        Map<String, Integer> taken = taken(rows, runId);
        Map<CandidateId, Offer> placed = new TreeMap<>();
        Map<CandidateId, String> unplaced = new TreeMap<>();
        List<String> violations = new ArrayList<>();
        Digest input = new Digest();

        if (round == 1) {
            withoutExam(season, rows, runId, hindered, placed, unplaced);
            placed.values().forEach(offer -> taken.merge(offer.unit(), 1, Integer::sum));
        }
        Map<String, List<RollRow>> markets = new TreeMap<>();
        for (RollRow row : rows) {
            boolean open = asBefore(row, runId).entitled(round);
            boolean free = !hindered.containsKey(row.candidate());
            if (open
                    && free
                    && row.preferenceRound() == round
                    && row.preferenceStage().equals("LOCKED")) {
                markets.computeIfAbsent(row.track() + "/" + row.list(), k -> new ArrayList<>())
                        .add(row);
            } else if (row.confirmed() && !placed.containsKey(row.candidate()) && awaits(asBefore(row, runId), round)) {
                unplaced.putIfAbsent(row.candidate(), hindered.getOrDefault(row.candidate(), cause(row, open)));
            }
        }
        MarketSeats seats = new MarketSeats(state, runId, taken);
        Set<String> mechanisms = new TreeSet<>();
        List<PlacementMarket> filed = new ArrayList<>();
        for (List<RollRow> members : markets.values()) {
            Track track = track(state, members.get(0).track());
            PlacementMarket market = new PlacementMarket(track, members, seats.of(track, members));
            filed.add(market);
            mechanisms.add(String.valueOf(track.placement().mechanism()));
            market.input(input);
            violations.addAll(market.verify());
            violations.addAll(market.undecided());
            market.placed().forEach(p -> placed.put(p.candidate(), new Offer(p.unit(), p.choice(), p.position())));
            for (RollRow row : members) {
                if (!placed.containsKey(row.candidate())) {
                    unplaced.put(row.candidate(), "ALL_FULL");
                }
            }
        }
        Digest output = new Digest();
        placed.forEach(
                (candidate, offer) -> output.line(candidate, offer.unit(), offer.preference(), offer.position()));
        RunDigest digest = new RunDigest(input.hex(), output.hex(), placed.size() + unplaced.size(), placed.size());
        return new Computed(
                season,
                run,
                round,
                mechanisms.isEmpty() ? Mechanism.PARALLEL.name() : String.join("+", mechanisms),
                placed,
                unplaced,
                violations,
                overflow(state, rows, placed, runId),
                filed,
                digest);
    }

    /** Records run and verification; answers whether it may be published. */
    public boolean record(Computed run, Acting acting) {
        commands.sendAndWait(
                new RecordRun(run.season(), run.run(), run.round(), run.mechanism(), run.digest(), acting.at(clock)));
        commands.sendAndWait(new RecordVerification(
                run.season(),
                run.run(),
                run.digest().output(),
                PROPERTIES,
                run.violations().stream().limit(100).toList(),
                acting.at(clock)));
        return run.violations().isEmpty();
    }

    /** Publishes a verified run and tells every candidate; overflow becomes a plan fact first. */
    public MassCommands.Outcome publish(Computed run, Acting acting, LongConsumer progress) {
        SeasonState state = seasons.state(run.season());
        String id = RunId.of(run.season(), run.run()).toString();
        if (!state.terms().recorded(id)) {
            announce(run, state, id, acting);
        }
        List<PlacementCommand> outcomes =
                new ArrayList<>(run.placed().size() + run.unplaced().size());
        run.placed()
                .forEach((candidate, offer) ->
                        outcomes.add(new PlaceCandidate(candidate, id, run.round(), offer, acting.at(clock))));
        run.unplaced()
                .forEach((candidate, cause) ->
                        outcomes.add(new LeaveUnplaced(candidate, id, run.round(), cause, acting.at(clock))));
        return mass.send(outcomes.stream().map(List::of).iterator(), progress);
    }

    /** Plan increases for what was admitted together, the files for outsiders, then the fact that the run is published. */
    private void announce(Computed run, SeasonState state, String id, Acting acting) {
        run.overflow().forEach((unit, extra) -> {
            SeasonState.Seats seats = state.units().get(unit);
            if (seats == null) {
                throw new IllegalStateException("overflow of an unknown unit: " + unit);
            }
            int needed = state.quotaWithout(id, unit) + extra;
            if (needed != seats.unit().quota()) {
                commands.sendAndWait(new ChangePlan(
                        run.season(),
                        seats.college(),
                        unit,
                        needed,
                        id,
                        acting.at(clock).because("同分考生全部投档,超出计划 " + extra + " 人")));
            }
        });
        files.keep(run);
        commands.sendAndWait(new PublishRun(run.season(), run.run(), acting.at(clock)));
    }

    /** 缺额: seats left by unit after all rounds so far. */
    public Map<String, Integer> vacancies(SeasonId season) {
        Map<String, Integer> taken = taken(roll.read(season), "");
        Map<String, Integer> left = new TreeMap<>();
        seasons.state(season)
                .units()
                .forEach((code, s) -> left.put(code, Math.max(0, s.unit().quota() - taken.getOrDefault(code, 0))));
        return left;
    }

    /** The number of the next run of the season. */
    public int nextRun(SeasonId season) {
        Integer runs = jdbc.queryForObject(
                "SELECT count(*) FROM domain_event_entry WHERE case_id = ? AND payload_type = 'placement.computed'",
                Integer.class,
                season.value());
        return runs == null ? 1 : runs + 1;
    }

    private static Track track(SeasonState state, String id) {
        Track track = state.terms().rules().track(id).orElseThrow();
        if (!FilingRules.of(track).filesLists()) {
            throw new IllegalStateException("track " + id + " is filled by "
                    + track.placement().mechanism() + ", which is not filed from lists alone");
        }
        return track;
    }

    /** A row as it was before this very run told the candidate anything: so a repeated run sees the same input. */
    private static RollRow asBefore(RollRow row, String run) {
        return row.run().equals(run) && row.outcomeRound() > 0 ? row.before(row.outcomeRound() - 1) : row;
    }

    private static boolean awaits(RollRow row, int round) {
        return row.offer() == null && !row.last() && row.outcomeRound() == round - 1;
    }

    private static String cause(RollRow row, boolean open) {
        if (open) {
            return "NO_PREFERENCES";
        }
        if (row.released()) {
            return row.failed().isEmpty() ? "NOT_ELIGIBLE" : row.failed().get(0);
        }
        return "NO_RESULT";
    }

    private void withoutExam(
            SeasonId season,
            List<RollRow> rows,
            String run,
            Map<CandidateId, String> hindered,
            Map<CandidateId, Offer> placed,
            Map<CandidateId, String> unplaced) {
        Map<CandidateId, String> asked = roll.exemptUnits(season);
        for (RollRow row : rows) {
            if (row.exempt() && row.confirmed() && awaits(asBefore(row, run), 1)) {
                String unit = asked.get(row.candidate());
                String cause = hindered.get(row.candidate());
                if (cause != null) {
                    unplaced.put(row.candidate(), cause);
                } else if (unit == null) {
                    unplaced.put(row.candidate(), "NO_UNIT");
                } else {
                    placed.put(row.candidate(), new Offer(unit, 0, 0));
                }
            }
        }
    }

    /** Seats taken by earlier runs and not given back, by unit. */
    private static Map<String, Integer> taken(List<RollRow> rows, String run) {
        Map<String, Integer> taken = new TreeMap<>();
        for (RollRow row : rows) {
            String unit = row.offer();
            if (unit != null && !row.declined() && !row.run().equals(run)) {
                taken.merge(unit, 1, Integer::sum);
            }
        }
        return taken;
    }

    private static Map<String, Integer> overflow(
            SeasonState state, List<RollRow> rows, Map<CandidateId, Offer> placed, String run) {
        Map<String, Integer> held = taken(rows, run);
        placed.values().forEach(offer -> held.merge(offer.unit(), 1, Integer::sum));
        Map<String, Integer> overflow = new TreeMap<>();
        held.forEach((unit, count) -> {
            int quota = state.quotaWithout(run, unit);
            if (count > quota) {
                overflow.put(unit, count - quota);
            }
        });
        return overflow;
    }
}
