/** Tests of the fictional province: same bytes, plausible shares, nothing real. */
@NullMarked
package org.zhikao.seeds;

import org.jspecify.annotations.NullMarked;
