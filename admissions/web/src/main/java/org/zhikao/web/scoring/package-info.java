/** 成绩: marks with their calculation sheet; the mark book of a college. */
@NullMarked
package org.zhikao.web.scoring;

import org.jspecify.annotations.NullMarked;
