/** Long work of an exam office: mass commands over all candidates of a season, in batches, resumable. */
@NullMarked
package org.zhikao.server.work;

import org.jspecify.annotations.NullMarked;
