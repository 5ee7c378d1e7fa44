/** 志愿: ordered lists of units, saved, locked, lapsed. */
@NullMarked
package org.zhikao.admissions.preference;

import org.jspecify.annotations.NullMarked;
