/** Tables that offices exchange: CSV and XLSX as streams of rows, distrusted on the way in, harmless on the way out. */
@NullMarked
package org.zhikao.formats.table;

import org.jspecify.annotations.NullMarked;
