/** 本版契约: the contracts that this release of the software ships with. */
@NullMarked
package org.zhikao.workflows.release;

import org.jspecify.annotations.NullMarked;
