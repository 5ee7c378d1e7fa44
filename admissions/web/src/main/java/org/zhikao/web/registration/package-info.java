/** 报名: the candidate's way in and where it stands; the desk of the registration point. */
@NullMarked
package org.zhikao.web.registration;

import org.jspecify.annotations.NullMarked;
