package org.zhikao.web.season;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.views.ViewVersions;
import org.zhikao.views.season.SeasonQueries;
import org.zhikao.views.season.SeasonQueries.PhaseRow;
import org.zhikao.views.season.SeasonQueries.SeasonRow;

/**
 * 方案进度: a season and its phases, which every page of every candidate depends on. Read again after this node's views have
 * changed in any way, and after two seconds anyway, since another node may have changed them.
 */
@Component
public class SeasonClock {
    private static final Duration KEPT = Duration.ofSeconds(2);

    private final SeasonQueries seasons;
    private final ViewVersions versions;
    private final Map<SeasonId, Now> read = new ConcurrentHashMap<>();

    SeasonClock(SeasonQueries seasons, ViewVersions versions) {
        this.seasons = seasons;
        this.versions = versions;
    }

    /**
     * @param row null before the season's first fact
     * @param phases those ever opened, in the order in which they were opened last
     */
    record Now(@Nullable SeasonRow row, List<PhaseRow> phases, long changes, long nanos) {
        private boolean holds(long now) {
            return changes == now && System.nanoTime() - nanos < KEPT.toNanos();
        }
    }

    /** The number of the season's last fact; -1 before the first. */
    public long version(SeasonId season) {
        SeasonRow row = now(season).row();
        return row == null ? -1 : row.version();
    }

    /** Phases that were ever opened, in the order in which they were opened last. */
    public List<PhaseRow> phases(SeasonId season) {
        return now(season).phases();
    }

    Now now(SeasonId season) {
        // Before reading: a change in between makes the next reader read again.
        long changes = versions.changes();
        Now kept = read.get(season);
        if (kept != null && kept.holds(changes)) {
            return kept;
        }
        long nanos = System.nanoTime();
        Now fresh = new Now(seasons.find(season).orElse(null), seasons.phases(season), changes, nanos);
        read.put(season, fresh);
        return fresh;
    }
}
