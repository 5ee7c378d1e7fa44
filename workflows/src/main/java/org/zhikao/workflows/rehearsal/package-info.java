/** 流程预演: walks models in memory by the same contracts as the engine, and writes nothing. */
@NullMarked
package org.zhikao.workflows.rehearsal;

import org.jspecify.annotations.NullMarked;
