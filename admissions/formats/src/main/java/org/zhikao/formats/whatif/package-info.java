/** 试算 as files: past facts folded into columns, the report as JSON and as text. */
@NullMarked
package org.zhikao.formats.whatif;

import org.jspecify.annotations.NullMarked;
