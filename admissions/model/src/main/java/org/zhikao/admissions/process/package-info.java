/** 流程端口: what the rest of the house may ask of the process, without knowing which engine moves the tokens. */
@NullMarked
package org.zhikao.admissions.process;

import org.jspecify.annotations.NullMarked;
