/** 免试免考: claims and evidence of a candidate; the desk of the reviewer. */
@NullMarked
package org.zhikao.web.exemption;

import org.jspecify.annotations.NullMarked;
