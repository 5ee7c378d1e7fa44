/** 报名: application, particulars, eligibility, withdrawal. */
@NullMarked
package org.zhikao.admissions.registration;

import org.jspecify.annotations.NullMarked;
