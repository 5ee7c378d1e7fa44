/** 招生计划: the desk of a college. */
@NullMarked
package org.zhikao.web.plan;

import org.jspecify.annotations.NullMarked;
