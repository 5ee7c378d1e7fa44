package org.zhikao.audit.bad;

import org.zhikao.admissions.placement.rank.ParallelFiling;
import org.zhikao.admissions.scoring.engine.ScoreEngine;

/** Faults of an audit. */
public final class Faults {
    private Faults() {}

    public static final class AsksTheScoreEngine {
        public static final Class<?> ENGINE = ScoreEngine.class;
    }

    public static final class AsksWhoPlaced {
        public static final Class<?> ENGINE = ParallelFiling.class;
    }
}
