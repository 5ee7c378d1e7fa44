/** 考试方案: the contract of the year. */
@NullMarked
package org.zhikao.workflows.season;

import org.jspecify.annotations.NullMarked;
