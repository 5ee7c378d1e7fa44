package org.zhikao.admissions.scoring.engine;

import java.math.BigDecimal;
import org.zhikao.admissions.season.rules.Reason;

/** 计分状态: what is known of the candidate being scored; one set of fields, reused from candidate to candidate. */
abstract sealed class Standing permits Exempting {
    static final long NO_TOTAL = Scores.NO_TOTAL;

    /** Reasons that say an exam that must be sat was not sat properly. */
    static final long NOT_SAT = Reason.ABSENT.bit() | Reason.NOT_MARKED.bit() | Reason.MISCONDUCT.bit();

    /** How a component came to its counted mark; the calculation sheet names it. */
    enum State {
        NOT_APPLICABLE,
        COUNTED,
        FULL_BY_WAIVER,
        DROPPED,
        ASSIGNED,
        ABSENT,
        ABSENT_AS_ZERO,
        NOT_MARKED,
        EXPIRED,
        MISCONDUCT,
        GATE_CLOSED,
        NO_MARKS_FOR_GRADE,
        NOT_IN_RULE,
        LEFT
    }

    private static final State[] STATES = State.values();
    static final byte MARKED = MarkStatus.MARKED.code();
    static final byte ZERO = MarkStatus.ZERO.code();

    final Program p;
    final Cohort cohort;
    final long[] counted;
    final byte[] state;
    /** Entered mark of the sitting that counts, and that sitting. */
    final long[] entered;

    final int[] sitting;
    final byte[] status;
    final long[] parts;
    long total;
    long totalWithoutBonus;
    long bonus;
    long reasons;
    int levels;
    int effect;
    long appliedExemptions;
    boolean noTotal;
    boolean mustSit;
    boolean left;
    boolean allCounted;
    int afterCulture;
    long exemptBonus;
    boolean rescaled;
    BigDecimal rescaleTo = BigDecimal.ZERO;
    /** Set per candidate: the factor a dropped total was scaled by, as two unit values; 0 = none. */
    long rescaleFrom;

    long rescaleUnits;
    int profile;
    long facts;

    Standing(Program p, Cohort cohort) {
        this.p = p;
        this.cohort = cohort;
        counted = new long[p.components];
        state = new byte[p.components];
        entered = new long[p.components];
        sitting = new int[p.components];
        status = new byte[p.components];
        parts = new long[p.parts];
    }

    /** Codes instead of enums in the arrays: a stored reference costs a barrier, and this runs for a million candidates. */
    void set(int c, State s) {
        state[c] = (byte) s.ordinal();
    }

    void set(int c, MarkStatus s) {
        status[c] = (byte) s.ordinal();
    }

    boolean is(int c, State s) {
        return state[c] == (byte) s.ordinal();
    }

    boolean is(int c, MarkStatus s) {
        return status[c] == (byte) s.ordinal();
    }

    State state(int c) {
        return STATES[state[c]];
    }

    MarkStatus status(int c) {
        return MarkStatus.ALL.get(status[c]);
    }
}
