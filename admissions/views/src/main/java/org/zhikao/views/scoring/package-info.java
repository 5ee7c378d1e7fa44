/** 成绩: the mark book by component. */
@NullMarked
package org.zhikao.views.scoring;

import org.jspecify.annotations.NullMarked;
