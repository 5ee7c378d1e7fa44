/** A whole season played by fictional people through the same commands that real people send. */
@NullMarked
package org.zhikao.server.play;

import org.jspecify.annotations.NullMarked;
