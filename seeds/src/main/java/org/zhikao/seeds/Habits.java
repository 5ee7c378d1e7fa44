package org.zhikao.seeds;

/**
 * 行为比例: how often candidates and offices do the less usual thing, each per 10,000 candidates concerned.
 *
 * @param rejected 资格审核不通过
 * @param returned 退回补正, then resubmitted and confirmed
 * @param withdrawn 撤回报名
 * @param absent 缺考 at one sitting or at all
 * @param misconduct 违纪 at one sitting
 * @param zero 零分 in one component
 * @param exemption 申请免试
 * @param refused a reviewer of an exemption says no
 * @param idle 未填志愿: gives the regular round up
 * @param supplementary 征集志愿: takes part in a further round when it is open to them
 * @param unlocked saves a list and leaves the locking to the deadline
 * @param declined 放弃录取
 * @param silent lets the answer window pass
 * @param listed how many preferences a list names at most; the season's maximum bounds it too
 */
public record Habits(
        int rejected,
        int returned,
        int withdrawn,
        int absent,
        int misconduct,
        int zero,
        int exemption,
        int refused,
        int idle,
        int supplementary,
        int unlocked,
        int declined,
        int silent,
        int listed) {
    public Habits {
        int[] rates = {
            rejected,
            returned,
            withdrawn,
            absent,
            misconduct,
            zero,
            exemption,
            refused,
            idle,
            supplementary,
            unlocked,
            declined,
            silent,
            rejected + returned + withdrawn,
            declined + silent
        };
        for (int rate : rates) {
            if (rate < 0 || rate > 10_000) {
                throw new IllegalArgumentException("a rate lies between 0 and 10,000: " + rate);
            }
        }
        if (listed < 1) {
            throw new IllegalArgumentException("a list names at least one unit");
        }
    }

    /** What the demonstration and the benchmark use. */
    public static Habits usual() {
        return new Habits(50, 100, 50, 200, 5, 10, 100, 1_500, 100, 8_000, 1_000, 150, 150, 20);
    }

    /** The same people, but {@code perMyriad} of 10,000 claim an exemption. */
    public Habits withExemption(int perMyriad) {
        return new Habits(
                rejected,
                returned,
                withdrawn,
                absent,
                misconduct,
                zero,
                perMyriad,
                refused,
                idle,
                supplementary,
                unlocked,
                declined,
                silent,
                listed);
    }

    /** The same people, but lists name up to {@code units}. */
    public Habits withListed(int units) {
        return new Habits(
                rejected,
                returned,
                withdrawn,
                absent,
                misconduct,
                zero,
                exemption,
                refused,
                idle,
                supplementary,
                unlocked,
                declined,
                silent,
                units);
    }
}
