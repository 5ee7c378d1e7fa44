/** What the pages of all features share: language, links, errors, strict JSON, forms. */
@NullMarked
package org.zhikao.web.shared;

import org.jspecify.annotations.NullMarked;
