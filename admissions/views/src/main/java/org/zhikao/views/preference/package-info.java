/** 志愿: a candidate's list beside the units that it names. */
@NullMarked
package org.zhikao.views.preference;

import org.jspecify.annotations.NullMarked;
