package org.zhikao.server.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.exemption.Claims;
import org.zhikao.admissions.scoring.Mark;
import org.zhikao.admissions.scoring.engine.CalculationSheet;
import org.zhikao.admissions.scoring.engine.Cohort;
import org.zhikao.admissions.scoring.engine.MarkStatus;
import org.zhikao.admissions.scoring.engine.ScoreEngine;
import org.zhikao.admissions.season.PublishedTerms;
import org.zhikao.admissions.season.rules.Exemption;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.server.work.Roll;
import org.zhikao.server.work.RollRow;

/**
 * 免试效果核查: every approved claim has its effect exactly once, and nobody has one without a claim.
 *
 * <p>Admission without exam: no seat in an exam, no result, and one admission to the programme claimed, before all preferences.
 * Every other effect: one line of it on the calculation sheet, with the clause, and the total released is the sheet's.
 */
final class EffectsCheck {
    private final JdbcTemplate jdbc;
    private final Roll roll;
    private final PublishedTerms terms;
    private final SeasonId season;
    private final List<String> faults = new ArrayList<>();
    private final Map<String, ScoreEngine> engines = new TreeMap<>();
    private final Map<String, Long> applied = new TreeMap<>();

    EffectsCheck(JdbcTemplate jdbc, Roll roll, PublishedTerms terms, SeasonId season) {
        this.jdbc = jdbc;
        this.roll = roll;
        this.terms = terms;
        this.season = season;
    }

    SeasonReport.Check check() {
        Map<String, List<String>> approved = approved();
        for (RollRow row : roll.read(season)) {
            List<String> grounds = approved.getOrDefault(row.candidate().value(), List.of());
            if (row.exempt()) {
                free(row);
            } else if (!grounds.isEmpty()) {
                onSheet(row, grounds);
            }
        }
        admittedTwice();
        return new SeasonReport.Check(
                "every effect applied exactly once",
                faults.isEmpty(),
                applied + (faults.isEmpty() ? "" : "; " + faults.size() + " faults, first " + faults.get(0)));
    }

    private Map<String, List<String>> approved() {
        Map<String, List<String>> grounds = new TreeMap<>();
        roll.grounds(season).forEach((candidate, own) -> grounds.put(candidate.value(), own));
        return grounds;
    }

    private void free(RollRow row) {
        String unit = jdbc
                .queryForList(
                        "SELECT unit FROM claim_view WHERE candidate = ? AND stage = 'APPROVED' AND effect = ?",
                        String.class,
                        row.candidate().value(),
                        Claims.FULL_FREE)
                .stream()
                .findFirst()
                .orElse("");
        fault(row.arranged() || row.released(), row, "sat or has a result although free of the exam");
        fault(
                row.offer() != null && !row.offer().equals(unit),
                row,
                "admitted to " + row.offer() + ", claimed " + unit);
        fault(row.offer() == null && row.outcomeRound() == 0 && row.confirmed(), row, "never decided about");
        applied.merge(Claims.FULL_FREE, 1L, Long::sum);
    }

    private void onSheet(RollRow row, List<String> grounds) {
        if (!row.released()) {
            return;
        }
        ScoreEngine engine = engines.computeIfAbsent(row.track(), track -> ScoreEngine.of(terms.rules(), track));
        Cohort one = engine.cohort(1);
        one.candidate(0, row.kind(), row.category());
        row.marks().forEach((component, mark) -> enter(one, engine.component(component), mark));
        grounds.forEach(ground -> one.approved(0, ground));
        CalculationSheet sheet = engine.sheet(one, 0);
        for (String ground : grounds) {
            List<Exemption> resting = terms.rules().track(row.track()).orElseThrow().exemptions().stream()
                    .filter(e -> e.restsOn(ground) && e.when().admits(row.kind(), row.category()))
                    .toList();
            for (Exemption e : resting) {
                long lines = sheet.steps().stream()
                        .filter(s -> s.kind() == CalculationSheet.Kind.EXEMPTION
                                && s.subject().equals(e.id()))
                        .count();
                fault(lines != 1, row, e.id() + " stands " + lines + " times on the sheet");
                applied.merge(e.effect().name(), lines, Long::sum);
            }
        }
        Long total = jdbc.queryForObject(
                "SELECT total FROM candidate_view WHERE candidate = ?",
                Long.class,
                row.candidate().value());
        String shown = sheet.total();
        boolean same = shown == null
                ? total == null || total == 0
                : total != null && terms.rules().mark(total).compareTo(new java.math.BigDecimal(shown)) == 0;
        fault(!same, row, "released " + total + ", the sheet says " + shown);
    }

    /** One candidate, one admission: the seat of whoever was free of the exam is taken once. */
    private void admittedTwice() {
        jdbc.query(
                "SELECT case_id, count(*) FROM domain_event_entry WHERE payload_type = 'placement.placed'"
                        + " AND case_id IN (SELECT candidate FROM claim_view WHERE season = ? AND effect = ?)"
                        + " GROUP BY 1 HAVING count(*) > 1",
                row -> {
                    faults.add(row.getString(1) + " admitted " + row.getInt(2) + " times");
                },
                season.value(),
                Claims.FULL_FREE);
    }

    private void fault(boolean wrong, RollRow row, String what) {
        if (wrong) {
            faults.add(row.candidate() + " " + what);
        }
    }

    private static void enter(Cohort one, int component, Mark mark) {
        switch (mark.status()) {
            case MARKED -> one.mark(0, component, mark.value());
            case ABSENT -> one.status(0, component, 0, MarkStatus.ABSENT);
            case ZERO -> one.status(0, component, 0, MarkStatus.ZERO);
            case MISCONDUCT -> one.status(0, component, 0, MarkStatus.MISCONDUCT);
        }
    }
}
