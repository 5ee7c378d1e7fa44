/** 职责: what was decided on duties that only a drawing knows. */
@NullMarked
package org.zhikao.views.duty;

import org.jspecify.annotations.NullMarked;
