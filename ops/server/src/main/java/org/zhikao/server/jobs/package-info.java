/** Long work that a person starts from a desk: imports, draws, releases, runs; one at a time, watched, kept. */
@NullMarked
package org.zhikao.server.jobs;

import org.jspecify.annotations.NullMarked;
