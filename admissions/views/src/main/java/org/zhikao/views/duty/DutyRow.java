package org.zhikao.views.duty;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.duty.DutyEvent.DutyDecided;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.views.Json;
import org.zhikao.views.Table;

/** {@code duty_view}: the latest decision on each duty of a case. */
public final class DutyRow {
    private record Row(SeasonId season, DutyDecided decided) {}

    private static final Table<Row> TABLE = Table.<Row>named("duty_view")
            .text("candidate", r -> r.decided().candidate())
            .text("process", r -> r.decided().process())
            .text("about", r -> r.decided().about())
            .text("duty", r -> r.decided().duty())
            .text("season", Row::season)
            .text("outcome", r -> r.decided().outcome())
            .json("bars", r -> Json.write(r.decided().bars()))
            .json("answers", r -> Json.write(new TreeMap<>(r.decided().answers())))
            .text("decided_by", r -> r.decided().by())
            .text("reason", r -> r.decided().reason())
            .instant("decided_at", r -> r.decided().at())
            .keyedBy(4);

    private DutyRow() {}

    /** Writes decisions in their order; of several about one duty the last stays. */
    public static void write(JdbcTemplate jdbc, Map<SeasonId, List<DutyDecided>> decided) {
        Map<List<String>, Row> latest = new LinkedHashMap<>();
        decided.forEach((season, all) -> all.forEach(
                d -> latest.put(List.of(d.candidate().value(), d.process(), d.about(), d.duty()), new Row(season, d))));
        Collection<Row> rows = new ArrayList<>(latest.values());
        TABLE.write(jdbc, rows);
    }
}
