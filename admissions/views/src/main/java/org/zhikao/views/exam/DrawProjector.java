package org.zhikao.views.exam;

import static org.zhikao.views.Versions.texts;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.exam.DrawEvent;
import org.zhikao.admissions.exam.DrawEvent.SeatsDrawn;
import org.zhikao.views.Fact;
import org.zhikao.views.Projector;
import org.zhikao.views.Versions;

/** 编排投影: one fact a draw. */
public final class DrawProjector implements Projector {
    @Override
    public boolean takes(Fact fact) {
        return fact.event() instanceof DrawEvent;
    }

    @Override
    public void apply(JdbcTemplate jdbc, List<Fact> facts, boolean blank) {
        for (Fact fact : facts) {
            if (fact.event() instanceof SeatsDrawn e && Versions.lacks(jdbc, fact)) {
                jdbc.update(
                        "insert into draw_view (season, draw, version, seed, candidates, digest, drawn_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?::timestamptz)",
                        texts(e.season(), e.draw(), fact.sequence(), e.seed(), e.candidates(), e.digest(), e.at()));
            }
        }
    }
}
