/** 状态目录: every status, who acts next, by when; texts, help page and diagrams come from it. */
@NullMarked
package org.zhikao.views.status;

import org.jspecify.annotations.NullMarked;
