package org.zhikao.views.scoring;

import static org.zhikao.views.Versions.texts;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.scoring.ReleaseEvent;
import org.zhikao.admissions.scoring.ReleaseEvent.ResultsComputed;
import org.zhikao.views.Fact;
import org.zhikao.views.Projector;
import org.zhikao.views.Versions;

/** 成绩公布投影: one fact a release. */
public final class ReleaseProjector implements Projector {
    @Override
    public boolean takes(Fact fact) {
        return fact.event() instanceof ReleaseEvent;
    }

    @Override
    public void apply(JdbcTemplate jdbc, List<Fact> facts, boolean blank) {
        for (Fact fact : facts) {
            if (fact.event() instanceof ResultsComputed e && Versions.lacks(jdbc, fact)) {
                jdbc.update(
                        "insert into release_view (season, release, version, candidates, digest, rules, computed_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?::timestamptz)",
                        texts(e.season(), e.release(), fact.sequence(), e.candidates(), e.digest(), e.rules(), e.at()));
            }
        }
    }
}
