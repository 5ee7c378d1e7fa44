package org.zhikao.admissions.placement.rank.twostage;

import java.util.List;

/**
 * 院校志愿: one college with its majors in the candidate's order.
 *
 * @param college the college's unit number
 * @param majors unit numbers, first choice first
 * @param acceptsAdjustment 服从专业调剂
 */
public record Filing(int college, List<Integer> majors, boolean acceptsAdjustment) {
    public Filing {
        majors = List.copyOf(majors);
    }
}
