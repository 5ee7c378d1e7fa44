package org.zhikao.views.preference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.zhikao.views.dossier.Candidate;
import org.zhikao.views.plan.PlanQueries;
import org.zhikao.views.plan.PlanQueries.UnitRow;

/** 志愿查询: the list beside what it names. One query, whatever the length of the list. */
public final class PreferenceQueries {
    private final PlanQueries plans;

    public PreferenceQueries(DataSource dataSource) {
        plans = new PlanQueries(dataSource);
    }

    /**
     * 志愿 with its number, 1 first.
     *
     * @param unit null when the code is not in the plans any more
     */
    public record Row(int number, String code, @Nullable UnitRow unit) {}

    /** The candidate's list of the latest round, best first; empty when there is none. */
    public List<Row> rows(Candidate candidate) {
        Candidate.Wishes wishes = candidate.wishes();
        if (wishes == null || wishes.units().isEmpty()) {
            return List.of();
        }
        return rows(candidate, wishes.units());
    }

    /** Any list as the page would show it, such as one that is not saved yet. */
    public List<Row> rows(Candidate candidate, List<String> codes) {
        Map<String, UnitRow> units = plans.findAll(candidate.season(), codes);
        List<Row> rows = new ArrayList<>(codes.size());
        for (String code : codes) {
            rows.add(new Row(rows.size() + 1, code, units.get(code)));
        }
        return List.copyOf(rows);
    }
}
