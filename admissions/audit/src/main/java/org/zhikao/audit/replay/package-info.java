/** 重放核查: facts read from their stored bytes, folded by a life cycle of its own, and every published result computed again. */
@NullMarked
package org.zhikao.audit.replay;

import org.jspecify.annotations.NullMarked;
