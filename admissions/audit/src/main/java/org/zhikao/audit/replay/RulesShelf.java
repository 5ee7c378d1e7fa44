package org.zhikao.audit.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rules texts read once: plain tracks by season, version and id, and why a track is not plain. */
final class RulesShelf {
    private final Map<String, @Nullable Json> texts = new HashMap<>();
    private final Map<String, Object> tracks = new HashMap<>();

    /** The plain rules of a track, or a text saying why there are none. */
    Object track(SeasonStory season, int version, String track) {
        return tracks.computeIfAbsent(season.id + " " + version + " " + track, k -> read(season, version, track));
    }

    private Object read(SeasonStory season, int version, String track) {
        Json text = text(season, version);
        if (text == null) {
            return "no rules of version " + version;
        }
        for (Json t : text.list("tracks")) {
            if (t.text("id").equals(track)) {
                try {
                    return new PlainRules(text, t);
                } catch (NotPlain | Unreadable | ArithmeticException e) {
                    return "track " + track + ": " + e.getMessage();
                }
            }
        }
        return "no track " + track;
    }

    private @Nullable Json text(SeasonStory season, int version) {
        return texts.computeIfAbsent(season.id + " " + version, k -> {
            String rules = season.rules.get(version);
            return rules == null ? null : Json.read(rules);
        });
    }

    /**
     * How many placement rounds the rules of a version have: the most that any track has, at least one. A track's regular lists
     * (本科, 专科) are one round together, each supplementary one is a round of its own.
     */
    int rounds(SeasonStory season, int version) {
        Json text = text(season, version);
        int most = 1;
        if (text != null) {
            for (Json track : text.list("tracks")) {
                Json preferences = track.find("preferences");
                List<Json> rounds = preferences == null ? List.of() : preferences.list("rounds");
                long supplementary = rounds.stream()
                        .filter(r -> r.find("supplementary") != null && r.flag("supplementary"))
                        .count();
                most = Math.max(most, (int) supplementary + (supplementary < rounds.size() ? 1 : 0));
            }
        }
        return most;
    }
}
