/**
 * 考试招生方案文件: bytes of a season file (YAML or JSON) to typed rules or to findings with line and path; canonical JSON and its
 * digest; the JSON Schema stands in {@code schemas/season.schema.json}.
 */
@NullMarked
package org.zhikao.formats.season;

import org.jspecify.annotations.NullMarked;
