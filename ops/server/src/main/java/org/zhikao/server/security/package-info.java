/** Who may do what, and under which keys particulars are sealed. */
@NullMarked
package org.zhikao.server.security;

import org.jspecify.annotations.NullMarked;
