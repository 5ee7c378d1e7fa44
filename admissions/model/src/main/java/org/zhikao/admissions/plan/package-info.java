/** 招生计划: a college's units and quotas. */
@NullMarked
package org.zhikao.admissions.plan;

import org.jspecify.annotations.NullMarked;
