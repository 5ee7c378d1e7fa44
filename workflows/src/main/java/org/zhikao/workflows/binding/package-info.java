/** 流程约束: which duties of a drawing come before which facts, derived when a version is published. */
@NullMarked
package org.zhikao.workflows.binding;

import org.jspecify.annotations.NullMarked;
