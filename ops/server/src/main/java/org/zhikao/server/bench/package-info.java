/** Measurements: one class a figure; each runs on a throw-away database and prints what it measured. */
@NullMarked
package org.zhikao.server.bench;

import org.jspecify.annotations.NullMarked;
