package org.zhikao.server.work;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.duty.Bar;
import org.zhikao.admissions.exam.DrawCommand.RecordDraw;
import org.zhikao.admissions.exam.DrawId;
import org.zhikao.admissions.exam.ExamCommand.ArrangeExam;
import org.zhikao.admissions.exam.ExamCommand.IssueTicket;
import org.zhikao.admissions.exam.SeatPlan;
import org.zhikao.admissions.shared.CandidateCommand;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.SeasonId;

/** 考场编排与准考证发放 for all confirmed candidates who owe an exam. */
public final class ExamWork {
    private final Roll roll;
    private final Hindrances hindrances;
    private final MassCommands mass;
    private final CommandGateway commands;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    public ExamWork(
            Roll roll,
            Hindrances hindrances,
            MassCommands mass,
            CommandGateway commands,
            JdbcTemplate jdbc,
            Clock clock) {
        this.roll = roll;
        this.hindrances = hindrances;
        this.mass = mass;
        this.commands = commands;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Seats everybody who is not seated yet under the next draw; nobody left to seat is no draw. */
    public int arrangeAll(SeasonId season, int year, long seed, Acting acting, LongConsumer progress) {
        return !entrants(season).isEmpty() ? arrange(season, year, nextDraw(season), seed, acting, progress) : 0;
    }

    private int nextDraw(SeasonId season) {
        Integer draws = jdbc.queryForObject(
                "SELECT count(*) FROM domain_event_entry WHERE case_id = ? AND payload_type = 'exam.drawn'",
                Integer.class,
                season.value());
        return draws == null ? 1 : draws + 1;
    }

    /** Draws, records the draw with its seed, then arranges and issues; answers how many were seated. */
    public int arrange(SeasonId season, int year, int draw, long seed, Acting acting, LongConsumer progress) {
        List<SeatPlan.Place> plan = SeatPlan.draw(entrants(season), year, seed);
        Digest digest = new Digest();
        plan.stream()
                .sorted((a, b) -> a.candidate().compareTo(b.candidate()))
                .forEach(p -> digest.line(
                        p.candidate(),
                        p.seat().ticket(),
                        p.seat().site(),
                        p.seat().room(),
                        p.seat().seat()));
        commands.sendAndWait(new RecordDraw(season, draw, seed, plan.size(), digest.hex(), acting.at(clock)));
        String id = DrawId.of(season, draw).toString();
        mass.send(
                plan.stream()
                        .map(p -> List.<CandidateCommand>of(
                                new ArrangeExam(p.candidate(), id, p.seat(), acting.at(clock)),
                                new IssueTicket(p.candidate(), acting.at(clock))))
                        .iterator(),
                progress);
        return plan.size();
    }

    /** Who owes the exam and may sit it: nobody whom a duty keeps from it draws a seat. */
    private List<SeatPlan.Entrant> entrants(SeasonId season) {
        List<RollRow> rows = roll.read(season);
        Set<CandidateId> hindered =
                hindrances.of(season, rows, "exam.arranged", Bar.EXAM).keySet();
        return rows.stream()
                .filter(row ->
                        row.confirmed() && !row.exempt() && !row.arranged() && !hindered.contains(row.candidate()))
                .map(row -> new SeatPlan.Entrant(row.candidate(), site(row.point()), row.category(), row.point()))
                .toList();
    }

    /** 考点: one in each city, named by the city's code. */
    private static String site(String point) {
        String[] path = point.split("/", -1);
        return path.length > 1 ? path[1] : path[0];
    }
}
