/**
 * 方案差异: what changed between two versions of a season's rules, in the words of the rules language, not of their text. Use
 * {@link org.zhikao.admissions.season.diff.RulesDiff#of}.
 */
@NullMarked
package org.zhikao.admissions.season.diff;

import org.jspecify.annotations.NullMarked;
