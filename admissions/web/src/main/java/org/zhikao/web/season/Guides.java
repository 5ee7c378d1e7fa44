package org.zhikao.web.season;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.zhikao.admissions.season.rules.SeasonRules;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.formats.season.SeasonRulesReader;
import org.zhikao.views.season.SeasonQueries;
import org.zhikao.views.season.SeasonQueries.PhaseRow;
import org.zhikao.views.season.SeasonQueries.SeasonRow;
import org.zhikao.web.shared.NotFound;

/** The seasons as pages need them. A version of the rules never changes, so each is read and understood once. */
@Component
public class Guides {
    private static final int MOST_KEPT = 64;

    private final SeasonQueries seasons;
    private final SeasonClock clock;
    private final Map<String, SeasonRules> kept = new ConcurrentHashMap<>();

    Guides(SeasonQueries seasons, SeasonClock clock) {
        this.seasons = seasons;
        this.clock = clock;
    }

    /** The season that staff work in: the latest one. */
    public SeasonRow current() {
        return seasons.all().stream().findFirst().orElseThrow(NotFound::new);
    }

    public Optional<SeasonRow> newest() {
        return seasons.all().stream().findFirst();
    }

    /** The published rules of a season; a season without any reads as one that does not exist. */
    public Guide published(SeasonId season) {
        return published(seasons.find(season).orElseThrow(NotFound::new));
    }

    /** As {@link #published}, from memory as far as {@link SeasonClock} keeps it: for what everybody opens at once. */
    public Guide now(SeasonId season) {
        SeasonRow row = clock.now(season).row();
        if (row == null) {
            throw new NotFound();
        }
        return published(row);
    }

    public Guide published(SeasonRow season) {
        if (season.published() == 0) {
            throw new NotFound();
        }
        return version(season.id(), season.published());
    }

    public Guide version(SeasonId season, int version) {
        return new Guide(season, version, kept(season, version));
    }

    private SeasonRules kept(SeasonId season, int version) {
        String key = season + "/" + version;
        SeasonRules known = kept.get(key);
        if (known != null) {
            return known;
        }
        String text = seasons.rules(season, version).orElseThrow(NotFound::new);
        SeasonRules rules = SeasonRulesReader.require(text.getBytes(StandardCharsets.UTF_8));
        if (kept.size() < MOST_KEPT) {
            kept.put(key, rules);
        }
        return rules;
    }

    public List<PhaseRow> phases(SeasonId season) {
        return seasons.phases(season);
    }
}
