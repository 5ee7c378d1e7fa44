/** The JSON of facts, and only of facts: strict on reading, slim on writing. */
@NullMarked
package org.zhikao.formats.facts;

import org.jspecify.annotations.NullMarked;
