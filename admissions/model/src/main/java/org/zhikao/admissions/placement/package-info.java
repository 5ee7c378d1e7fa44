/** 录取: runs computed, verified and published; offers and their answers. */
@NullMarked
package org.zhikao.admissions.placement;

import org.jspecify.annotations.NullMarked;
