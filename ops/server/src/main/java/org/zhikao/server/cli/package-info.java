/** The verbs of the command line; offline verbs never start Spring. */
@NullMarked
package org.zhikao.server.cli;

import org.jspecify.annotations.NullMarked;
