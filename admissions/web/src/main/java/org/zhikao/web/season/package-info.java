/** 考试方案: phases, rules, background work. */
@NullMarked
package org.zhikao.web.season;

import org.jspecify.annotations.NullMarked;
