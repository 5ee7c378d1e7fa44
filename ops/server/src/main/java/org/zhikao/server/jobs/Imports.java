package org.zhikao.server.jobs;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.plan.PlanCommand.DeclarePlan;
import org.zhikao.admissions.plan.PlanUnit;
import org.zhikao.admissions.registration.RegistrationCommand.SubmitApplication;
import org.zhikao.admissions.scoring.Mark;
import org.zhikao.admissions.scoring.ScoringCommand.RecordMarks;
import org.zhikao.admissions.season.rules.SeasonRules;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.Command;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.Refused;
import org.zhikao.admissions.shared.Role;
import org.zhikao.admissions.shared.Sealed;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.formats.table.Column;
import org.zhikao.formats.table.Table;
import org.zhikao.formats.table.TableLimits;
import org.zhikao.formats.table.TableRow;
import org.zhikao.server.axon.CommandBatches;
import org.zhikao.server.season.SeasonStates;
import org.zhikao.web.access.AccountDesk;
import org.zhikao.web.access.SignedIn;
import org.zhikao.web.registration.ParticularsDesk;
import org.zhikao.web.shared.Unusable;

/**
 * 批量导入 of candidates, marks and plans from CSV or XLSX: good rows become facts in batches, bad ones are reported with line
 * and code; nothing of a bad row is applied.
 */
final class Imports {
    private static final List<Column> CANDIDATES = List.of(
            Column.text("track"),
            Column.text("category"),
            Column.text("kind"),
            Column.text("point"),
            Column.text("name"),
            Column.text("identityNumber"),
            Column.text("phone"));
    private static final List<Column> MARKS = List.of(
            Column.text("ticket"),
            Column.text("component"),
            Column.number("mark").optional(),
            Column.text("status").optional());
    private static final List<Column> PLANS = List.of(
            Column.text("college"),
            Column.text("collegeName"),
            Column.text("unit"),
            Column.text("name"),
            Column.text("level"),
            Column.text("track"),
            Column.text("category"),
            Column.text("kinds").optional(),
            Column.number("quota"));

    private final CommandBatches batches;
    private final SeasonStates seasons;
    private final ParticularsDesk particulars;
    private final AccountDesk accounts;
    private final JdbcTemplate jdbc;

    Imports(
            CommandBatches batches,
            SeasonStates seasons,
            ParticularsDesk particulars,
            AccountDesk accounts,
            JdbcTemplate jdbc) {
        this.batches = batches;
        this.seasons = seasons;
        this.particulars = particulars;
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    /** A command and the line it came from. */
    private record Line(long number, Command command) {}

    void candidates(SeasonId season, Path file, Act act, Watch watch) throws IOException {
        run(file, CANDIDATES, watch, (row, good) -> {
            OrganisationId point = new OrganisationId(row.value("point"));
            if (!act.organisation().covers(point)) {
                watch.refused(row.line(), "point", "OUT_OF_SCOPE", "");
                return;
            }
            TreeMap<String, String> fields = new TreeMap<>();
            for (String field : List.of("identityNumber", "name", "phone")) {
                fields.put(field, row.value(field));
            }
            SignedIn desk = new SignedIn(act.by(), act.by().value(), Role.REGISTRATION_POINT, point, null, null, false);
            // The account stands invited; its registration point hands the code out anew when the candidate comes.
            CandidateId candidate = accounts.issue(desk, season, 1).get(0).candidate();
            Sealed sealed = particulars.seal(candidate, season, fields, false);
            good.add(new Line(
                    row.line(),
                    new SubmitApplication(
                            candidate,
                            season,
                            row.value("track"),
                            row.value("category"),
                            row.value("kind"),
                            point,
                            sealed,
                            act)));
        });
    }

    void marks(SeasonId season, Path file, Act act, Watch watch) throws IOException {
        SeasonRules rules = seasons.state(season).terms().rules();
        Map<String, CandidateId> byTicket = tickets(season);
        run(file, MARKS, watch, (row, good) -> {
            CandidateId candidate = byTicket.get(row.value("ticket"));
            if (candidate == null) {
                watch.refused(row.line(), "ticket", "UNKNOWN_TICKET", "");
                return;
            }
            Mark mark = mark(row, rules, watch);
            if (mark != null) {
                good.add(new Line(row.line(), new RecordMarks(candidate, Map.of(row.value("component"), mark), act)));
            }
        });
    }

    private static @Nullable Mark mark(TableRow row, SeasonRules rules, Watch watch) {
        String status = row.value("status");
        if (!status.isEmpty() && !status.equals(Mark.Status.MARKED.name())) {
            for (Mark.Status known : Mark.Status.values()) {
                if (known.name().equals(status)) {
                    return new Mark(known, 0);
                }
            }
            watch.refused(row.line(), "status", "UNKNOWN_STATUS", status);
            return null;
        }
        try {
            long units = rules.units(new BigDecimal(row.value("mark")));
            if (units >= 0) {
                return Mark.of(units);
            }
            watch.refused(row.line(), "mark", "NEGATIVE_MARK", "");
        } catch (NumberFormatException e) {
            watch.refused(row.line(), "mark", "ROW_NOT_A_NUMBER", "");
        } catch (ArithmeticException e) {
            watch.refused(row.line(), "mark", "MARK_TOO_FINE", "");
        }
        return null;
    }

    private Map<String, CandidateId> tickets(SeasonId season) {
        Map<String, CandidateId> tickets = new java.util.HashMap<>();
        jdbc.query(
                "SELECT ticket, candidate FROM candidate_view WHERE season = ? AND ticket IS NOT NULL",
                row -> {
                    tickets.put(row.getString(1), new CandidateId(row.getString(2)));
                },
                season.value());
        return tickets;
    }

    void plans(SeasonId season, Path file, Act act, Watch watch) throws IOException {
        Map<String, List<PlanUnit>> units = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, Long> lines = new LinkedHashMap<>();
        run(file, PLANS, watch, (row, good) -> {
            OrganisationId college = new OrganisationId(row.value("college"));
            if (!act.organisation().covers(college)) {
                watch.refused(row.line(), "college", "OUT_OF_SCOPE", "");
                return;
            }
            List<String> kinds = row.value("kinds").isEmpty()
                    ? List.of()
                    : List.of(row.value("kinds").split(";", -1));
            PlanUnit unit = new PlanUnit(
                    row.value("unit"),
                    row.value("name"),
                    row.value("level"),
                    row.value("track"),
                    row.value("category"),
                    kinds,
                    new BigDecimal(row.value("quota")).intValueExact());
            units.computeIfAbsent(college.value(), k -> new ArrayList<>()).add(unit);
            names.putIfAbsent(college.value(), row.value("collegeName"));
            lines.putIfAbsent(college.value(), row.line());
        });
        for (Map.Entry<String, List<PlanUnit>> plan : units.entrySet()) {
            long line = lines.getOrDefault(plan.getKey(), 0L);
            String name = names.getOrDefault(plan.getKey(), plan.getKey());
            send(
                    List.of(new Line(
                            line,
                            new DeclarePlan(season, new OrganisationId(plan.getKey()), name, plan.getValue(), act))),
                    watch);
        }
    }

    /** Turns a good row into commands, or reports why it cannot. */
    private interface Reading {
        void read(TableRow row, List<Line> good);
    }

    private void run(Path file, List<Column> columns, Watch watch, Reading reading) throws IOException {
        long rows = 0;
        List<Line> good = new ArrayList<>();
        try (Table table = Table.open(file, columns, TableLimits.DEFAULT)) {
            while (table.hasNext()) {
                TableRow row = table.next();
                rows++;
                row.faults()
                        .forEach(fault -> watch.refused(
                                row.line(), fault.column(), fault.code().name(), ""));
                if (row.good()) {
                    read(reading, row, good, watch);
                }
                if (good.size() >= CommandBatches.SIZE) {
                    send(good, watch);
                    good.clear();
                }
                watch.done(rows);
            }
        }
        send(good, watch);
        watch.finished(rows);
    }

    private static void read(Reading reading, TableRow row, List<Line> good, Watch watch) {
        try {
            reading.read(row, good);
        } catch (Refused e) {
            watch.refused(row.line(), "", e.code().name(), e.parameters().toString());
        } catch (Unusable e) {
            watch.refused(row.line(), "", e.code(), "");
        } catch (IllegalArgumentException | ArithmeticException e) {
            watch.refused(row.line(), "", "ROW_MALFORMED", "");
        }
    }

    private void send(List<Line> lines, Watch watch) {
        List<@Nullable Refused> answers =
                batches.send(lines.stream().map(Line::command).toList());
        for (int i = 0; i < answers.size(); i++) {
            Refused answer = answers.get(i);
            if (answer != null) {
                watch.refused(
                        lines.get(i).number(),
                        "",
                        answer.code().name(),
                        answer.parameters().toString());
            }
        }
    }
}
