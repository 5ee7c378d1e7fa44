/** 职责: what an office's own process asks of somebody, the form it is decided with, and what it keeps a candidate from. */
@NullMarked
package org.zhikao.admissions.duty;

import org.jspecify.annotations.NullMarked;
