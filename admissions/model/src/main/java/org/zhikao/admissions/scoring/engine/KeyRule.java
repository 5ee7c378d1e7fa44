package org.zhikao.admissions.scoring.engine;

import org.zhikao.admissions.season.rules.Ranking;

/** 同分比较项, compiled. */
final class KeyRule {
    final Ranking.By by;
    final int[] of;
    final long flag;
    final boolean ascending;

    KeyRule(Ranking.By by, int[] of, long flag, boolean ascending) {
        this.by = by;
        this.of = of;
        this.flag = flag;
        this.ascending = ascending;
    }
}
