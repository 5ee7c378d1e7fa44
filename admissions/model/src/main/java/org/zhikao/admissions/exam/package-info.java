/** 考试组织: seats by a seeded draw, tickets, attendance. */
@NullMarked
package org.zhikao.admissions.exam;

import org.jspecify.annotations.NullMarked;
