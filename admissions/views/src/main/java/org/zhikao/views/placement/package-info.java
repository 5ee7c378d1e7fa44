/** 录取: runs, cut-offs, admission lists. */
@NullMarked
package org.zhikao.views.placement;

import org.jspecify.annotations.NullMarked;
