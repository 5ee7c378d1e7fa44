/** Pages and REST of every role: read the views, send commands, decide nothing. The ports here are filled by the server. */
@NullMarked
package org.zhikao.web;

import org.jspecify.annotations.NullMarked;
