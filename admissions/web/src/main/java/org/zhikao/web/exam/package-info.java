/** 考试组织: the ticket, on screen and on paper. */
@NullMarked
package org.zhikao.web.exam;

import org.jspecify.annotations.NullMarked;
