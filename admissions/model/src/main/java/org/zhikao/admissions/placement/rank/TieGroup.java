package org.zhikao.admissions.placement.rank;

/**
 * 同分组: candidates of one position that met the last seats of a unit together.
 *
 * @param unit the unit they met
 * @param position their shared position or rank
 * @param size how many they were
 * @param seats the seats that were left for them
 * @param outcome what became of them
 */
public record TieGroup(int unit, int position, int size, int seats, Outcome outcome) {
    /** 处理结果: a group is admitted or refused as a whole. */
    public enum Outcome {
        /** 全部投档 */
        ADMITTED_TOGETHER,
        /** 全部不投 */
        REFUSED_TOGETHER,
        /** 未规定: filed together, but nobody has said that this is right. */
        UNDECIDED
    }
}
