/** 投档文件: placement cases as JSON, candidates, units and preferences as CSV; read with coded errors, written in one form. */
@NullMarked
package org.zhikao.formats.placement;

import org.jspecify.annotations.NullMarked;
