package org.zhikao.web.season;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;
import org.zhikao.admissions.season.Phase;
import org.zhikao.admissions.season.rules.Phase.Kind;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.views.status.PhaseCalendar;
import org.zhikao.web.shared.Dates;

/** 日程: planned ends of phases as the published rules state them; a season moved by hand may bring its own instead. */
@Component
@Fallback
class RulesCalendar implements PhaseCalendar {
    private static final Map<Phase, Set<Kind>> FIRST_ROUND = new EnumMap<>(Map.of(
            Phase.REGISTRATION, Set.of(Kind.REGISTRATION),
            Phase.EXEMPTION, Set.of(Kind.EXEMPTION_REVIEW),
            Phase.EXAM, Set.of(Kind.EXAM_SKILL, Kind.EXAM_CULTURE, Kind.EXAM_ADAPTABILITY),
            Phase.SCORING, Set.of(Kind.RELEASE),
            Phase.PREFERENCE, Set.of(Kind.PREFERENCES),
            Phase.PLACEMENT, Set.of(Kind.PLACEMENT),
            Phase.CONFIRMATION, Set.of(Kind.CONFIRMATION)));
    private static final Map<Phase, Set<Kind>> SUPPLEMENTARY = new EnumMap<>(Map.of(
            Phase.PREFERENCE, Set.of(Kind.SUPPLEMENTARY_PREFERENCES),
            Phase.PLACEMENT, Set.of(Kind.SUPPLEMENTARY_PLACEMENT)));

    private final SeasonClock clock;
    private final Guides guides;

    RulesCalendar(SeasonClock clock, Guides guides) {
        this.clock = clock;
        this.guides = guides;
    }

    @Override
    public Optional<Instant> end(SeasonId season, Phase phase, int round) {
        Set<Kind> kinds = (round == 1 ? FIRST_ROUND : SUPPLEMENTARY).getOrDefault(phase, Set.of());
        return Optional.ofNullable(clock.now(season).row())
                .filter(row -> row.published() > 0)
                .map(guides::published)
                .stream()
                .flatMap(guide -> guide.rules().calendar().stream())
                .filter(entry -> kinds.contains(entry.kind()))
                .map(org.zhikao.admissions.season.rules.Phase::closes)
                .filter(Objects::nonNull)
                .max(LocalDateTime::compareTo)
                .map(end -> end.atZone(Dates.BEIJING).toInstant());
    }
}
