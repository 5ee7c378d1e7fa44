/** 流程引擎: the only package that knows the engine; tokens are moved here, by facts. */
@NullMarked
package org.zhikao.workflows.engine;

import org.jspecify.annotations.NullMarked;
