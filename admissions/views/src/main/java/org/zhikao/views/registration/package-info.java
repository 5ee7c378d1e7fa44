/** 报名: the queue of a registration point, and the port to what a person is called. */
@NullMarked
package org.zhikao.views.registration;

import org.jspecify.annotations.NullMarked;
