package org.zhikao.server.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.season.Phase;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.Role;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.formats.season.SeasonReading;
import org.zhikao.seeds.FictionalCandidate;
import org.zhikao.seeds.Population;
import org.zhikao.seeds.SeasonShape;
import org.zhikao.seeds.VirtualSeason;
import org.zhikao.server.jobs.DeskWork;
import org.zhikao.server.security.DemonstrationDesk;
import org.zhikao.server.security.DemonstrationDesk.Visitor;
import org.zhikao.server.security.Sealing;
import org.zhikao.server.work.ReviewerPool;

/**
 * 演示年度: a season that stands in the middle of registration and is moved on phase by phase.
 *
 * <p>Before each deadline a part of the fictional candidates is left where it stands, so that every desk has work; moving on
 * lets them act, settles and closes the phase, and opens the next. What was done is read from the facts, so a restart goes on
 * where the season stands.
 */
public final class Demonstration implements DeskWork.NextPhase {
    /** Candidates of the demonstration. */
    public static final int SIZE = 400;

    private static final long SEED = 2026;
    /** Of ten candidates, how many act of themselves before a visitor moves the season on. */
    private static final int EAGER = 6;

    private final SeasonPlay play;
    private final Population population;
    private final VirtualSeason calendar;
    private final VirtualClock clock;
    private final SeasonId season;
    private final ConfigurableApplicationContext context;

    private Demonstration(
            SeasonPlay play,
            Population population,
            VirtualSeason calendar,
            VirtualClock clock,
            SeasonId season,
            ConfigurableApplicationContext context) {
        this.play = play;
        this.population = population;
        this.calendar = calendar;
        this.clock = clock;
        this.season = season;
        this.context = context;
    }

    /** The calendar of the demonstration's rules, which its clock follows from the start. */
    public static VirtualSeason calendar(SeasonReading rules) {
        SeasonShape shape = shape(rules);
        return VirtualSeason.usual(shape.year(), shape.rounds());
    }

    private static SeasonShape shape(SeasonReading rules) {
        return Shapes.leading(
                new SeasonId(rules.rules().orElseThrow().id()), rules.rules().orElseThrow());
    }

    public static Demonstration of(
            ConfigurableApplicationContext context, SeasonReading rules, String province, VirtualClock clock) {
        SeasonShape shape = shape(rules);
        Population population = Population.of(SEED, SIZE, shape);
        VirtualSeason calendar = calendar(rules);
        SeasonPlay play = new SeasonPlay(
                PlayedSeason.tools(
                        context, new SealedBySeed(context.getBean(Sealing.class)), context.getBean(ReviewerPool.class)),
                shape.season(),
                province,
                rules.canonical().orElseThrow(),
                population,
                calendar,
                clock,
                SEED,
                Progress.SILENT);
        return new Demonstration(play, population, calendar, clock, shape.season(), context);
    }

    /** Loads the season into an empty database, or finds it there; the accounts are shown either way. */
    public void open() {
        // First, because claims are assigned to accounts.
        context.getBean(DemonstrationDesk.class).open(visitors());
        for (Map.Entry<String, Boolean> phase : phases().entrySet()) {
            String[] key = phase.getKey().split("/", -1);
            VirtualSeason.Window window = calendar.window(Phase.valueOf(key[0]), Integer.parseInt(key[1]));
            clock.moveTo(phase.getValue() ? window.opens() : window.closes());
        }
        if (phases().isEmpty()) {
            List<SeasonPlay.Stage> stages = play.stages();
            stages.get(0).acts().accept(SeasonPlay.Share.EVERYBODY);
            begin(stages.get(1));
            // Exemptions may be claimed from the first day, so that the reviewers' desk is not empty either.
            begin(stages.get(2));
        }
    }

    private void begin(SeasonPlay.Stage stage) {
        play.open(stage);
        stage.acts().accept(Demonstration::eager);
        play.awaitReaders();
    }

    private static boolean eager(int index) {
        return index % 10 < EAGER;
    }

    @Override
    public void advance() {
        Map<String, Boolean> phases = phases();
        List<SeasonPlay.Stage> stages = play.stages().subList(1, play.stages().size());
        for (int i = 0; i < stages.size(); i++) {
            SeasonPlay.Stage stage = stages.get(i);
            Boolean open = phases.get(stage.phase() + "/" + stage.round());
            if (Boolean.FALSE.equals(open)) {
                continue;
            }
            if (open == null) {
                begin(stage);
                return;
            }
            play.awaitReaders();
            stage.acts().accept(index -> !eager(index));
            play.awaitReaders();
            stage.ending().run();
            play.close(stage);
            play.awaitReaders();
            if (i + 1 < stages.size()
                    && !phases.containsKey(
                            stages.get(i + 1).phase() + "/" + stages.get(i + 1).round())) {
                begin(stages.get(i + 1));
            }
            return;
        }
    }

    /** Phases opened so far, in their order: true while open. */
    private Map<String, Boolean> phases() {
        Map<String, Boolean> phases = new java.util.LinkedHashMap<>();
        context.getBean(JdbcTemplate.class)
                .query(
                        "SELECT convert_from(payload, 'UTF8')::json->>'phase', convert_from(payload, 'UTF8')::json->>'round',"
                                + " payload_type = 'season.phase-opened' FROM domain_event_entry WHERE case_id = ?"
                                + " AND payload_type IN ('season.phase-opened', 'season.phase-closed') ORDER BY global_index",
                        row -> {
                            phases.put(row.getString(1) + "/" + row.getString(2), row.getBoolean(3));
                        },
                        season.value());
        return phases;
    }

    private List<Visitor> visitors() {
        OrganisationId province = population.organisations().province().id();
        OrganisationId school = population.candidate(0).point();
        OrganisationId county =
                new OrganisationId(school.value().substring(0, school.value().lastIndexOf('/')));
        List<Visitor> visitors = new ArrayList<>();
        visitors.add(Visitor.staff("office", Role.EXAM_OFFICE, province, "考试院甲:阶段、导入、成绩、投档"));
        visitors.add(Visitor.staff("office2", Role.EXAM_OFFICE, province, "考试院乙:第二人复核"));
        visitors.add(Visitor.staff("school", Role.REGISTRATION_POINT, school, "学校报名点:审核本校考生"));
        visitors.add(Visitor.staff("county", Role.REGISTRATION_POINT, county, "县区报名点"));
        visitors.add(Visitor.staff("reviewer1", Role.REVIEWER, province, "免试审核员甲"));
        visitors.add(Visitor.staff("reviewer2", Role.REVIEWER, province, "免试审核员乙"));
        visitors.add(Visitor.staff("reviewer3", Role.REVIEWER, province, "免试审核员丙:两人意见不一时"));
        visitors.add(Visitor.staff(
                "college",
                Role.COLLEGE,
                population.organisations().colleges().get(0).id(),
                "招生院校"));
        visitors.add(Visitor.staff("auditor", Role.AUDITOR, province, "审计员"));
        candidates(visitors);
        return visitors;
    }

    /** One candidate for each way a candidate can stand at the start. */
    private void candidates(List<Visitor> visitors) {
        Set<String> found = new TreeSet<>();
        for (int i = 0; i < population.size() && found.size() < 5; i++) {
            FictionalCandidate c = population.candidate(i);
            String what = what(c, i);
            if (found.add(what)) {
                visitors.add(Visitor.candidate("kaosheng" + found.size(), c.id(), season, c.point(), what));
            }
        }
    }

    private static String what(FictionalCandidate c, int index) {
        if (c.review() == FictionalCandidate.Review.REJECTED) {
            return "考生:资格审核不通过";
        }
        if (c.withdraws().isPresent()) {
            return "考生:会撤回报名";
        }
        if (c.exemption().isPresent()) {
            return "考生:申请免试";
        }
        return eager(index) ? "考生:资格审核已通过" : "考生:等待资格审核";
    }
}
