/** Values that two or more features share, and the table of stored event names. */
@NullMarked
package org.zhikao.admissions.shared;

import org.jspecify.annotations.NullMarked;
