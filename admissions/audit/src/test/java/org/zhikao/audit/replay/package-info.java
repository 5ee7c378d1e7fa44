@NullMarked
package org.zhikao.audit.replay;

import org.jspecify.annotations.NullMarked;
