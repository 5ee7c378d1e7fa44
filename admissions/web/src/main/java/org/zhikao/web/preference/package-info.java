/** 志愿: the list, row by row, and its lock. */
@NullMarked
package org.zhikao.web.preference;

import org.jspecify.annotations.NullMarked;
