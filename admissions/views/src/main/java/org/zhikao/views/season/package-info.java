/** 考试方案: seasons, rules by version, phases, counts for the exam office. */
@NullMarked
package org.zhikao.views.season;

import org.jspecify.annotations.NullMarked;
