/** 两阶段录取: files go to colleges first, colleges admit to majors and return what they cannot place (退档). */
@NullMarked
package org.zhikao.admissions.placement.rank.twostage;

import org.jspecify.annotations.NullMarked;
