/**
 * 核验 (verification): each published property of a placement stated once, over plain arrays, without the code that placed.
 *
 * <p>The first Javadoc line of each class {@code P…} is the published sentence.
 */
@NullMarked
package org.zhikao.audit.properties;

import org.jspecify.annotations.NullMarked;
