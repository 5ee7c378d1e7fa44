/** 成绩: marks per component, totals, lines, ranks, release. */
@NullMarked
package org.zhikao.admissions.scoring;

import org.jspecify.annotations.NullMarked;
