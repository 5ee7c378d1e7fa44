/** 审计: timelines of cases, refused and denied acts. */
@NullMarked
package org.zhikao.web.audit;

import org.jspecify.annotations.NullMarked;
