/** What is true of a season now, read from its facts. */
@NullMarked
package org.zhikao.server.season;

import org.jspecify.annotations.NullMarked;
