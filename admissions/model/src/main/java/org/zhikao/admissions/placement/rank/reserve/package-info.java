/** 保障计划: minimum rates for groups of candidates inside one unit, as an order in which the unit calls. */
@NullMarked
package org.zhikao.admissions.placement.rank.reserve;

import org.jspecify.annotations.NullMarked;
