package org.zhikao.admissions.season.diff;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.season.rules.Phase;
import org.zhikao.admissions.season.rules.Ranking;
import org.zhikao.admissions.season.rules.SeasonRules;
import org.zhikao.admissions.season.rules.Track;

/** Which tracks a change can touch: its own, those that mention what changed, or all. */
final class Touched {
    private final SeasonRules before;
    private final SeasonRules after;

    Touched(SeasonRules before, SeasonRules after) {
        this.before = before;
        this.after = after;
    }

    List<String> tracks(Place at) {
        String track = at.topKey("tracks");
        if (track != null) {
            return List.of(track);
        }
        return switch (at.top()) {
            case "categories" -> {
                String key = at.topKey("categories");
                yield tracks(t ->
                        t.ranking().listBy() == Ranking.ListBy.CATEGORY || key == null || RulesText.mentions(t, key));
            }
            case "kinds", "sources" -> {
                String key = at.topKey(at.top());
                yield tracks(t -> key == null || RulesText.mentions(t, key));
            }
            case "calendar" -> calendar(at.topKey("calendar"));
            case "deviations" -> {
                String key = Objects.requireNonNullElse(at.topKey("deviations"), "");
                String named =
                        key.contains("@") ? key.substring(key.indexOf('@') + 1).replaceFirst("#.*", "") : "";
                yield tracks(t -> named.isEmpty() || t.id().equals(named));
            }
            default -> tracks(t -> true);
        };
    }

    private List<String> calendar(@Nullable String phase) {
        List<Phase> phases = Stream.of(before, after)
                .flatMap(r -> r.calendar().stream())
                .filter(p -> p.id().equals(phase))
                .toList();
        return tracks(t -> phases.isEmpty() || phases.stream().anyMatch(p -> p.serves(t.id())));
    }

    private List<String> tracks(Predicate<Track> which) {
        Set<String> ids = new LinkedHashSet<>();
        Stream.of(before, after).flatMap(r -> r.tracks().stream()).filter(which).forEach(t -> ids.add(t.id()));
        return List.copyOf(ids);
    }
}
