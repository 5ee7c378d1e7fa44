package org.zhikao.admissions.season.rules;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 阶段: a window of the season's calendar in Beijing time, closed at its end. Instants are local because the published
 * texts are; {@code +08:00} holds in every province.
 *
 * @param tracks the tracks it serves, empty = all
 * @param opens null = not published
 */
public record Phase(
        String id,
        Kind kind,
        String name,
        @Nullable LocalDateTime opens,
        @Nullable LocalDateTime closes,
        List<String> tracks,
        @Nullable String source) {
    public Phase {
        tracks = Lists.copy(tracks);
    }

    /** 阶段种类, in the order in which a season passes them. */
    public enum Kind {
        REGISTRATION,
        EXEMPTION_REVIEW,
        EXEMPTION_NOTICE,
        EXAM_SKILL,
        EXAM_CULTURE,
        EXAM_ADAPTABILITY,
        MARKING,
        RELEASE,
        RECHECK,
        SECOND_REVIEW,
        PLAN,
        PREFERENCES,
        PLACEMENT,
        CONFIRMATION,
        SUPPLEMENTARY_PREFERENCES,
        SUPPLEMENTARY_PLACEMENT,
        SUPPLEMENTARY_REGISTRATION,
        APPEAL;

        /** The first of these to open freezes the rules. */
        public boolean isExam() {
            return this == EXAM_SKILL || this == EXAM_CULTURE || this == EXAM_ADAPTABILITY;
        }
    }

    public boolean serves(String track) {
        return tracks.isEmpty() || tracks.contains(track);
    }
}
