/** 考试方案: a season's rules, their approval by a second person, and its phases. */
@NullMarked
package org.zhikao.admissions.season;

import org.jspecify.annotations.NullMarked;
