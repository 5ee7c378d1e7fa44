/** Who may open which address, who is signed in, and how an account comes to a password. */
@NullMarked
package org.zhikao.web.access;

import org.jspecify.annotations.NullMarked;
