package org.zhikao.web.season;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.views.season.SeasonQueries;

/**
 * 方案进度: the number of a season's last fact, kept for a few seconds, since every page of every candidate depends on it: a
 * page may show a phase that opened as long ago as that, and no longer.
 */
@Component
public class SeasonClock {
    private static final Duration KEPT = Duration.ofSeconds(2);

    private final SeasonQueries seasons;
    private final Clock wall = Clock.systemUTC();
    private final Map<SeasonId, Read> read = new ConcurrentHashMap<>();

    SeasonClock(SeasonQueries seasons) {
        this.seasons = seasons;
    }

    private record Read(long version, Instant at) {}

    /** -1 before the season's first fact. */
    public long version(SeasonId season) {
        Instant now = wall.instant();
        Read last = read.get(season);
        if (last != null && last.at().plus(KEPT).isAfter(now)) {
            return last.version();
        }
        long version =
                seasons.find(season).map(SeasonQueries.SeasonRow::version).orElse(-1L);
        read.put(season, new Read(version, now));
        return version;
    }
}
