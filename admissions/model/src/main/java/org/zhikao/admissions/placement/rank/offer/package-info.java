/** 录取方式 in which a college decides for itself: offers and answers, waiting lists, selection by the college, directed routes. */
@NullMarked
package org.zhikao.admissions.placement.rank.offer;

import org.jspecify.annotations.NullMarked;
