/** Views: the facts folded into tables, and the parts that keep them in step; pages read through the feature packages. */
@NullMarked
package org.zhikao.views;

import org.jspecify.annotations.NullMarked;
