/** 职责: the worklist of the pages, and the sealing of what forms ask about people. */
@NullMarked
package org.zhikao.server.duty;

import org.jspecify.annotations.NullMarked;
