/** 报名: the contract of a candidate’s journey. */
@NullMarked
package org.zhikao.workflows.registration;

import org.jspecify.annotations.NullMarked;
