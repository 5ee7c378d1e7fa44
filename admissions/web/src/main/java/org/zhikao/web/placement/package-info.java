/** 录取: results and their answers; runs. */
@NullMarked
package org.zhikao.web.placement;

import org.jspecify.annotations.NullMarked;
