package org.zhikao.admissions.scoring.engine;

/** 前置条件, compiled. */
final class GateRule {
    final Applies applies;
    final long fact;
    final int component;
    final long atLeast;
    /** Bit per grade index that passes; 0 = not asked. */
    final long grades;

    final long barred;
    final int[] opens;
    final long reason;

    GateRule(
            Applies applies,
            long fact,
            int component,
            long atLeast,
            long grades,
            long barred,
            int[] opens,
            long reason) {
        this.applies = applies;
        this.fact = fact;
        this.component = component;
        this.atLeast = atLeast;
        this.grades = grades;
        this.barred = barred;
        this.opens = opens;
        this.reason = reason;
    }
}
