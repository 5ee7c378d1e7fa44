package org.zhikao.server.play;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.duty.ProcessTerms;
import org.zhikao.admissions.exam.ExamCommand.RecordAttendance;
import org.zhikao.admissions.exemption.Claims;
import org.zhikao.admissions.placement.PlacementCommand.ConfirmOffer;
import org.zhikao.admissions.placement.PlacementCommand.DeclineOffer;
import org.zhikao.admissions.plan.PlanCommand.DeclarePlan;
import org.zhikao.admissions.preference.PreferenceCommand.LockPreferences;
import org.zhikao.admissions.preference.PreferenceCommand.SavePreferences;
import org.zhikao.admissions.registration.RegistrationCommand.ConfirmEligibility;
import org.zhikao.admissions.registration.RegistrationCommand.RejectEligibility;
import org.zhikao.admissions.registration.RegistrationCommand.ResubmitApplication;
import org.zhikao.admissions.registration.RegistrationCommand.ReturnApplication;
import org.zhikao.admissions.registration.RegistrationCommand.SubmitApplication;
import org.zhikao.admissions.registration.RegistrationCommand.WithdrawApplication;
import org.zhikao.admissions.scoring.ScoringCommand.RecordMarks;
import org.zhikao.admissions.season.Phase;
import org.zhikao.admissions.season.SeasonCommand.ApproveRules;
import org.zhikao.admissions.season.SeasonCommand.ClosePhase;
import org.zhikao.admissions.season.SeasonCommand.DraftSeason;
import org.zhikao.admissions.season.SeasonCommand.OpenPhase;
import org.zhikao.admissions.season.SeasonCommand.PublishSeason;
import org.zhikao.admissions.season.Seasons;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.CandidateCommand;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.Sealed;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.seeds.CollegePlan;
import org.zhikao.seeds.FictionalCandidate;
import org.zhikao.seeds.Population;
import org.zhikao.seeds.UnitMenu;
import org.zhikao.seeds.VirtualSeason;
import org.zhikao.server.axon.CommandBatches;
import org.zhikao.server.work.ExamWork;
import org.zhikao.server.work.MassCommands;
import org.zhikao.server.work.PlacementWork;
import org.zhikao.server.work.PreferenceWork;
import org.zhikao.server.work.Readers;
import org.zhikao.server.work.ReleaseWork;
import org.zhikao.server.work.ReviewerPool;
import org.zhikao.server.work.Roll;
import org.zhikao.server.work.RollRow;
import org.zhikao.views.exemption.ClaimCase;
import org.zhikao.views.exemption.ClaimQueries;
import org.zhikao.web.duty.DutyQueue;
import org.zhikao.web.duty.DutySeal;

/**
 * 一个完整考试年度: every phase in its turn, each closed only after all readers have passed its last fact.
 *
 * <p>Facts depend on seed and rules alone: acts take their instant from the virtual clock, which moves between phases only.
 */
public final class SeasonPlay {
    private static final Duration READERS = Duration.ofMinutes(30);

    private final SeasonTools tools;
    private final SeasonId season;
    private final String rules;
    private final String province;
    private final Population population;
    private final VirtualSeason calendar;
    private final VirtualClock clock;
    private final long drawSeed;
    private final Cast cast;
    private final Progress progress;
    private final Map<String, Long> nanos = new LinkedHashMap<>();
    private final Map<String, Long> refusals = new TreeMap<>();
    private final Numbers numbers;
    private final DutyRound duties;

    /** What a play works with: the same parts that the desks use. */
    public record SeasonTools(
            CommandGateway commands,
            MassCommands mass,
            Readers readers,
            Roll roll,
            ExamWork exam,
            ReleaseWork release,
            PreferenceWork preferences,
            PlacementWork placement,
            ClaimQueries claims,
            ReviewerPool reviewers,
            Particulars sealing,
            Seasons seasons,
            DutyQueue duties) {}

    /** Seals the particulars of many candidates, keys included, and what forms ask about one. */
    public interface Particulars extends DutySeal {
        Map<CandidateId, Sealed> seal(List<FictionalCandidate> candidates);
    }

    public SeasonPlay(
            SeasonTools tools,
            SeasonId season,
            String province,
            String rules,
            Population population,
            VirtualSeason calendar,
            VirtualClock clock,
            long drawSeed,
            Progress progress) {
        this.tools = tools;
        this.season = season;
        this.province = province;
        this.rules = rules;
        this.population = population;
        this.calendar = calendar;
        this.clock = clock;
        this.drawSeed = drawSeed;
        this.progress = progress;
        numbers = new Numbers(population);
        cast = new Cast(population.organisations().province().id(), clock);
        duties = new DutyRound(tools.duties(), tools.sealing(), season, population, numbers, cast, drawSeed);
    }

    /** Nanoseconds by phase, in their order. */
    public Map<String, Long> nanos() {
        return new LinkedHashMap<>(nanos);
    }

    /** Refusals that nobody foresaw, by code; empty in a sound season. */
    public Map<String, Long> refusals() {
        return new TreeMap<>(refusals);
    }

    /**
     * 一步 of a season: a phase is opened, people act in it, what the deadline settles is settled, the phase is closed.
     *
     * @param phase null for what comes before the first phase
     * @param acts what the candidates of a share of the population do, and the staff about them
     * @param ending what happens at the end whatever people did
     */
    public record Stage(
            String name, @Nullable Phase phase, int round, long expected, Consumer<Share> acts, Runnable ending) {}

    /** Which candidates act before the deadline; the others are left where they stand. */
    public interface Share extends IntPredicate {
        Share EVERYBODY = index -> true;
    }

    /** All stages in their order. */
    public List<Stage> stages() {
        long n = population.size();
        List<Stage> stages = new ArrayList<>();
        stages.add(new Stage("publish", null, 1, 3, share -> publish(), () -> {}));
        stages.add(new Stage("registration", Phase.REGISTRATION, 1, 2 * n, this::register, () -> {}));
        stages.add(new Stage("exemption", Phase.EXEMPTION, 1, 0, this::exempt, this::concludeClaims));
        stages.add(new Stage("exam", Phase.EXAM, 1, 3 * n, this::examine, () -> {}));
        stages.add(new Stage("scoring", Phase.SCORING, 1, 2 * n, this::mark, this::release));
        for (int round = 1; round <= population.shape().rounds(); round++) {
            int r = round;
            String suffix = round == 1 ? "" : "-" + round;
            stages.add(new Stage(
                    "preference" + suffix, Phase.PREFERENCE, r, n, share -> prefer(r, share), () -> settle(r)));
            stages.add(new Stage("placement" + suffix, Phase.PLACEMENT, r, n, share -> {}, () -> place(r)));
            stages.add(
                    new Stage("confirmation" + suffix, Phase.CONFIRMATION, r, n, share -> answer(r, share), () -> {}));
        }
        return stages.stream().map(this::mindful).toList();
    }

    /** The same stage, with the duties of an office's own decided before people act and before the deadline settles. */
    private Stage mindful(Stage stage) {
        if (stage.phase() == null) {
            return stage;
        }
        return new Stage(
                stage.name(),
                stage.phase(),
                stage.round(),
                stage.expected(),
                share -> {
                    fulfil(share);
                    stage.acts().accept(share);
                },
                () -> {
                    fulfil(Share.EVERYBODY);
                    stage.ending().run();
                });
    }

    /** Decides duties until none is open for the share that would take a decision. */
    private void fulfil(Share share) {
        while (decided(share)) {
            progress.done(0);
        }
    }

    private boolean decided(Share share) {
        List<ProcessTerms> published = tools.seasons().terms(season).processes();
        if (published.stream().allMatch(process -> process.duties().isEmpty())) {
            return false;
        }
        awaitReaders();
        return moves(duties.decisions(published, share));
    }

    /** Sends the acts; false when nothing came of any of them, so that nobody waits for what is refused again and again. */
    private boolean moves(List<List<CandidateCommand>> acts) {
        MassCommands.Outcome outcome = tools.mass().send(acts.iterator(), progress::done);
        count(outcome);
        return outcome.refused() < outcome.sent();
    }

    /** Plays the season to its end. */
    public void play() {
        for (Stage stage : stages()) {
            progress.phase(stage.name(), stage.expected());
            long start = System.nanoTime();
            open(stage);
            stage.acts().accept(Share.EVERYBODY);
            awaitReaders();
            stage.ending().run();
            close(stage);
            awaitReaders();
            long took = System.nanoTime() - start;
            nanos.put(stage.name(), took);
            progress.ended(stage.name(), took);
        }
    }

    /** Opens the stage's phase; nothing for what comes before the first. */
    public void open(Stage stage) {
        Phase phase = stage.phase();
        if (phase != null) {
            clock.moveTo(calendar.opens(phase, stage.round()));
            order(new OpenPhase(season, phase, stage.round(), cast.officer(1)));
        }
    }

    /** Closes the stage's phase. */
    public void close(Stage stage) {
        Phase phase = stage.phase();
        if (phase != null) {
            clock.moveTo(calendar.closes(phase, stage.round()));
            order(new ClosePhase(season, phase, stage.round(), cast.officer(1)));
        }
    }

    /** Returns once every reader has passed the last fact. */
    public void awaitReaders() {
        tools.readers().awaitHead(READERS);
    }

    /** The applications of everybody, a batch at a time, made by who asks for it. */
    public Stream<Supplier<List<CandidateCommand>>> applications() {
        return chunks().map(this::submissions);
    }

    /** What the points answer to the applications, a batch at a time. */
    public Iterator<Supplier<List<CandidateCommand>>> reviews() {
        return each(Share.EVERYBODY, this::review);
    }

    // ---- the stages

    private void publish() {
        VirtualSeason.Preparation preparation = calendar.preparation();
        clock.moveTo(preparation.drafted());
        order(new DraftSeason(season, province, population.shape().year(), rules, cast.officer(1)));
        clock.moveTo(preparation.approved());
        order(new ApproveRules(season, 1, cast.officer(2)));
        clock.moveTo(preparation.published());
        order(new PublishSeason(season, cast.officer(2)));
        for (CollegePlan plan : population.plans().plans()) {
            order(new DeclarePlan(season, plan.college(), plan.name(), plan.units(), cast.college(plan.college())));
        }
    }

    private void register(Share share) {
        send(applications().iterator());
        fulfil(share);
        send(each(share, this::review));
    }

    private Stream<List<FictionalCandidate>> chunks() {
        int size = CommandBatches.SIZE / 2;
        int count = (population.size() + size - 1) / size;
        return IntStream.range(0, count)
                .mapToObj(c -> IntStream.range(c * size, Math.min(population.size(), (c + 1) * size))
                        .mapToObj(population::candidate)
                        .toList());
    }

    private Supplier<List<CandidateCommand>> submissions(List<FictionalCandidate> chunk) {
        return () -> {
            Map<CandidateId, Sealed> sealed = tools.sealing().seal(chunk);
            List<CandidateCommand> commands = new ArrayList<>(chunk.size());
            for (FictionalCandidate c : chunk) {
                Sealed particulars = sealed.get(c.id());
                if (particulars == null) {
                    throw new IllegalStateException("particulars were not sealed");
                }
                commands.add(new SubmitApplication(
                        c.id(),
                        season,
                        c.track(),
                        c.category(),
                        c.kind(),
                        c.point(),
                        particulars,
                        cast.candidate(c.id(), c.point())));
            }
            return commands;
        };
    }

    private List<CandidateCommand> review(FictionalCandidate c) {
        CandidateId id = c.id();
        Act point = cast.point(c.point());
        if (c.withdraws().filter(phase -> phase == Phase.REGISTRATION).isPresent()) {
            return List.of(new WithdrawApplication(id, cast.candidate(id, c.point())));
        }
        return switch (c.review()) {
            case CONFIRMED -> List.of(new ConfirmEligibility(id, point));
            case REJECTED -> List.of(new RejectEligibility(id, "13.2", point.because("不符合报名条件")));
            case RETURNED ->
                List.of(
                        new ReturnApplication(id, point.because("报名信息需补正")),
                        new ResubmitApplication(id, c.track(), c.category(), c.kind(), cast.candidate(id, c.point())),
                        new ConfirmEligibility(id, point));
        };
    }

    private void exempt(Share share) {
        ClaimDesk desk = desk();
        send(each(share, desk::claim));
        while (turn(desk, share)) {
            progress.done(0);
        }
    }

    /** Before the phase closes every claim is decided, notices included, as the exam waits for all of them. */
    private void concludeClaims() {
        ClaimDesk desk = desk();
        while (turn(desk, Share.EVERYBODY) || waited(desk)) {
            progress.done(0);
        }
    }

    private ClaimDesk desk() {
        return new ClaimDesk(cast, clock, drawSeed, tools.reviewers().of(season));
    }

    /** One act on every open claim on which somebody acts now; false when there is none that would count. */
    private boolean turn(ClaimDesk desk, Share share) {
        fulfil(share);
        awaitReaders();
        List<List<CandidateCommand>> acts = new ArrayList<>();
        for (ClaimCase claim : tools.claims().undecided(season)) {
            int number = numbers.of(claim.candidate());
            CandidateCommand next =
                    number < 0 ? null : desk.next(claim, population.candidate(number), share.test(number));
            if (next != null) {
                acts.add(List.of(next));
            }
        }
        return moves(acts);
    }

    /** Lets the days pass until the first claim goes on of itself; false when none does before the phase closes. */
    private boolean waited(ClaimDesk desk) {
        Instant next = null;
        for (ClaimCase claim : tools.claims().undecided(season)) {
            Instant due = desk.due(claim);
            next = due != null && (next == null || due.isBefore(next)) ? due : next;
        }
        if (next == null || !next.isBefore(calendar.closes(Phase.EXEMPTION, 1))) {
            return false;
        }
        clock.moveTo(next.plusSeconds(1));
        return true;
    }

    private void examine(Share share) {
        send(each(
                Share.EVERYBODY,
                c -> c.withdraws().filter(phase -> phase == Phase.EXAM).isPresent()
                        ? List.of(new WithdrawApplication(c.id(), cast.candidate(c.id(), c.point())))
                        : List.of()));
        fulfil(Share.EVERYBODY);
        awaitReaders();
        tools.exam().arrangeAll(season, population.shape().year(), drawSeed, cast.office(1), progress::done);
        send(each(share, c -> sits(c) ? attendance(c) : List.of()));
    }

    private List<CandidateCommand> attendance(FictionalCandidate c) {
        return List.of(
                new RecordAttendance(c.id(), Shapes.SKILL, c.attends(Shapes.SKILL), cast.officer(3)),
                new RecordAttendance(c.id(), Shapes.CULTURE, c.attends(Shapes.CULTURE), cast.officer(3)));
    }

    /** True for who was confirmed, stayed and was not admitted without exam. */
    private static boolean sits(FictionalCandidate c) {
        return c.review() != FictionalCandidate.Review.REJECTED
                && c.withdraws().isEmpty()
                && c.exemption()
                        .filter(story -> story.approved() && story.effect().equals(Claims.FULL_FREE))
                        .isEmpty();
    }

    private void mark(Share share) {
        send(each(share, c -> sits(c) ? List.of(new RecordMarks(c.id(), c.marks(), cast.officer(4))) : List.of()));
    }

    private void release() {
        tools.release().release(season, 1, cast.office(1), progress::done);
    }

    private void prefer(int round, Share share) {
        List<RollRow> roll = tools.roll().read(season);
        UnitMenu menu = round == 1
                ? population.plans().regular()
                : population.plans().supplementary(tools.placement().vacancies(season));
        send(Batched.of(chosen(roll, share, row -> row.entitled(round)), c -> wishes(c, round, menu)));
    }

    private void settle(int round) {
        tools.preferences().settle(season, round, cast.office(1), progress::done);
    }

    private Iterator<FictionalCandidate> chosen(List<RollRow> roll, Share share, Predicate<RollRow> open) {
        return roll.stream()
                .filter(open)
                .mapToInt(row -> numbers.of(row.candidate()))
                .filter(number -> number >= 0 && share.test(number))
                .mapToObj(population::candidate)
                .iterator();
    }

    private List<CandidateCommand> wishes(FictionalCandidate c, int round, UnitMenu menu) {
        if (!c.joins(round)) {
            return List.of();
        }
        List<String> units = c.preferences(round, menu);
        if (units.isEmpty()) {
            return List.of();
        }
        Act act = cast.candidate(c.id(), c.point());
        SavePreferences save = new SavePreferences(c.id(), round, units, act);
        return c.locks(round) ? List.of(save, new LockPreferences(c.id(), round, act)) : List.of(save);
    }

    private void place(int round) {
        PlacementWork.Computed run =
                tools.placement().compute(season, tools.placement().nextRun(season), round);
        if (!tools.placement().record(run, cast.office(1))) {
            throw new IllegalStateException("the run may not be published: " + run.violations());
        }
        count(tools.placement().publish(run, cast.office(2), progress::done));
    }

    private void answer(int round, Share share) {
        List<RollRow> roll = tools.roll().read(season);
        send(Batched.of(
                chosen(roll, share, row -> row.offer() != null && row.outcomeRound() == round), c -> answer(c)));
    }

    private List<CandidateCommand> answer(FictionalCandidate c) {
        Act act = cast.candidate(c.id(), c.point());
        return switch (c.answer()) {
            case CONFIRM -> List.of(new ConfirmOffer(c.id(), act));
            case DECLINE -> List.of(new DeclineOffer(c.id(), act.because("放弃录取")));
            case SILENT -> List.of(new DeclineOffer(c.id(), cast.system().because("逾期未确认,视为放弃")));
        };
    }

    // ---- how acts are sent

    private void order(Object command) {
        tools.commands().sendAndWait(command);
    }

    private Iterator<Supplier<List<CandidateCommand>>> each(
            Share share, Function<FictionalCandidate, List<CandidateCommand>> acts) {
        return Batched.of(
                IntStream.range(0, population.size())
                        .filter(share)
                        .mapToObj(population::candidate)
                        .iterator(),
                acts);
    }

    private void send(Iterator<Supplier<List<CandidateCommand>>> batches) {
        count(tools.mass().sendBatches(batches, progress::done));
    }

    private void count(MassCommands.Outcome outcome) {
        outcome.refusals().forEach((code, n) -> refusals.merge(code, n, Long::sum));
    }
}
