/** 成绩文件: marks and candidates by CSV into a cohort of the score engine; every bad row named by line, nothing half-applied. */
@NullMarked
package org.zhikao.formats.scoring;

import org.jspecify.annotations.NullMarked;
