/** 免试免考: the contract of one exemption claim. */
@NullMarked
package org.zhikao.workflows.exemption;

import org.jspecify.annotations.NullMarked;
