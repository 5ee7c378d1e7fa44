/** 模型检查: what a BPMN or DMN file may contain, and the pictures drawn from it. */
@NullMarked
package org.zhikao.workflows.lint;

import org.jspecify.annotations.NullMarked;
