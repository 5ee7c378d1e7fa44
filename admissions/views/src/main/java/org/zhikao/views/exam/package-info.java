/** 考试组织: draws of rooms and seats; a candidate's own seat stands in the dossier's row. */
@NullMarked
package org.zhikao.views.exam;

import org.jspecify.annotations.NullMarked;
