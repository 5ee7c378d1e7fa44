/**
 * 成绩计算与排名: from marks and rules to totals, reasons, ranks and calculation sheets; pure, exact, on flat arrays. Use:
 * {@code engine = ScoreEngine.of(rules, trackId)}, fill {@code engine.cohort(n)}, {@code scores = engine.score(cohort)},
 * {@code ranks = engine.rank(scores)}, {@code engine.sheet(cohort, i)}. One engine for season, sheet, command line, bench.
 */
@NullMarked
package org.zhikao.admissions.scoring.engine;

import org.jspecify.annotations.NullMarked;
