/** 流程契约: which fact moves which token, for every process. */
@NullMarked
package org.zhikao.workflows;

import org.jspecify.annotations.NullMarked;
