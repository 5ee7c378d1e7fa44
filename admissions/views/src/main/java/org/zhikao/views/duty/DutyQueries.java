package org.zhikao.views.duty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.views.Json;
import org.zhikao.views.Rows;

/** 职责履行情况. */
public final class DutyQueries {
    private final JdbcTemplate jdbc;

    public DutyQueries(DataSource source) {
        this.jdbc = new JdbcTemplate(source);
    }

    /** 已履行的职责. */
    public record Decided(
            CandidateId candidate,
            String process,
            String about,
            String duty,
            String outcome,
            List<String> bars,
            Map<String, String> answers,
            String by,
            String reason,
            Instant at) {
        public Decided {
            bars = List.copyOf(bars);
            answers = Map.copyOf(answers);
        }
    }

    public List<Decided> of(CandidateId candidate) {
        return jdbc.query(
                "select * from duty_view where candidate = ? order by decided_at, process, duty",
                DutyQueries::read,
                candidate.value());
    }

    /** Everybody on whom some duty was decided; the caller looks for few among few. */
    public List<Decided> of(SeasonId season) {
        return jdbc.query(
                "select * from duty_view where season = ? order by candidate, decided_at",
                DutyQueries::read,
                season.value());
    }

    private static Decided read(ResultSet row, int number) throws SQLException {
        Map<String, String> answers = new TreeMap<>();
        Json.read(Rows.text(row, "answers"))
                .fields()
                .forEachRemaining(e -> answers.put(e.getKey(), e.getValue().textValue()));
        return new Decided(
                new CandidateId(Rows.text(row, "candidate")),
                Rows.text(row, "process"),
                Rows.text(row, "about"),
                Rows.text(row, "duty"),
                Rows.text(row, "outcome"),
                Json.texts(Rows.text(row, "bars")),
                answers,
                Rows.text(row, "decided_by"),
                Rows.text(row, "reason"),
                Rows.instant(row, "decided_at"));
    }
}
