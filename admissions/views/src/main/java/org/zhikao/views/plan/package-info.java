/** 招生计划: a college's plan, and the units open to a candidate. */
@NullMarked
package org.zhikao.views.plan;

import org.jspecify.annotations.NullMarked;
