package org.zhikao.admissions.scoring.engine;

import org.zhikao.admissions.season.rules.Minimum;

/** 最低要求, compiled. */
final class LineRule {
    final Applies applies;
    final Minimum.On on;
    final int of;
    /** In units; {@link #UNKNOWN} blocks, {@link #NOT_DRAWN} asks nothing yet. */
    final long atLeast;

    final int level;
    final long reason;

    static final long UNKNOWN = Long.MIN_VALUE;
    static final long NOT_DRAWN = Long.MIN_VALUE + 1;

    LineRule(Applies applies, Minimum.On on, int of, long atLeast, int level, long reason) {
        this.applies = applies;
        this.on = on;
        this.of = of;
        this.atLeast = atLeast;
        this.level = level;
        this.reason = reason;
    }
}
