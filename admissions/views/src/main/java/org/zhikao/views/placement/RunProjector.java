package org.zhikao.views.placement;

import static org.zhikao.views.Versions.texts;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.placement.RunEvent;
import org.zhikao.admissions.placement.RunEvent.RunComputed;
import org.zhikao.admissions.placement.RunEvent.RunFailedVerification;
import org.zhikao.admissions.placement.RunEvent.RunPublished;
import org.zhikao.admissions.placement.RunEvent.RunVerified;
import org.zhikao.views.Fact;
import org.zhikao.views.Json;
import org.zhikao.views.Projector;
import org.zhikao.views.Versions;
import org.zhikao.views.placement.PlacementQueries.RunStage;

/** 投档运行投影. */
public final class RunProjector implements Projector {
    @Override
    public boolean takes(Fact fact) {
        return fact.event() instanceof RunEvent;
    }

    @Override
    public void apply(JdbcTemplate jdbc, List<Fact> facts, boolean blank) {
        for (Fact fact : facts) {
            if (Versions.lacks(jdbc, fact)) {
                apply(jdbc, fact);
            }
        }
    }

    private static void apply(JdbcTemplate jdbc, Fact fact) {
        RunEvent event = (RunEvent) fact.event();
        if (event instanceof RunComputed e) {
            jdbc.update(
                    "insert into run_view (season, run, version, round, mechanism, input_digest, output_digest, candidates,"
                            + " placed, stage, computed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz)",
                    texts(
                            e.season(),
                            e.run(),
                            fact.sequence(),
                            e.round(),
                            e.mechanism(),
                            e.digest().input(),
                            e.digest().output(),
                            e.digest().candidates(),
                            e.digest().placed(),
                            RunStage.COMPUTED,
                            e.at()));
        } else if (event instanceof RunVerified e) {
            checked(jdbc, fact, RunStage.VERIFIED, "properties", e.properties());
        } else if (event instanceof RunFailedVerification e) {
            checked(jdbc, fact, RunStage.FAILED, "violations", e.violations());
        } else if (event instanceof RunPublished) {
            update(jdbc, fact, "stage = ?, published_at = ?::timestamptz", RunStage.PUBLISHED, event.at());
        }
    }

    private static void checked(JdbcTemplate jdbc, Fact fact, RunStage stage, String column, List<String> found) {
        Instant at = fact.event().at();
        update(
                jdbc,
                fact,
                "stage = ?, checked_at = ?::timestamptz, " + column + " = ?::jsonb",
                stage,
                at,
                Json.write(found));
    }

    private static void update(JdbcTemplate jdbc, Fact fact, String columns, Object... values) {
        RunEvent event = (RunEvent) fact.event();
        Object[] all = new Object[values.length + 3];
        System.arraycopy(values, 0, all, 0, values.length);
        all[values.length] = fact.sequence();
        all[values.length + 1] = event.season();
        all[values.length + 2] = event.run();
        jdbc.update("update run_view set " + columns + ", version = ? where season = ? and run = ?", texts(all));
    }
}
