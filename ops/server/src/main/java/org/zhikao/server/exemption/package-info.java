/** 免试免考材料: evidence as it is kept, checked and copied. */
@NullMarked
package org.zhikao.server.exemption;

import org.jspecify.annotations.NullMarked;
