/** 投档说明: what a published placement says to one candidate, and how two placements differ. */
@NullMarked
package org.zhikao.admissions.placement.rank.explain;

import org.jspecify.annotations.NullMarked;
