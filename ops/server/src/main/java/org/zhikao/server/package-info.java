/** The one application: wiring, and the only place that knows every room. */
@NullMarked
package org.zhikao.server;

import org.jspecify.annotations.NullMarked;
