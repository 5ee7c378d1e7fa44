/** 职责: the worklist of duties that an office's own process asks for, and the form of each. */
@NullMarked
package org.zhikao.web.duty;

import org.jspecify.annotations.NullMarked;
