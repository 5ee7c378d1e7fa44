/** 审计: timelines straight from the facts, and what was refused or denied, which is no fact. */
@NullMarked
package org.zhikao.views.audit;

import org.jspecify.annotations.NullMarked;
