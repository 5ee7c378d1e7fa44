/**
 * 考试招生方案: the immutable, typed rules of one season of one province, as read from its season file. Data only: what the
 * rules do to marks stands in {@code scoring.engine}, whether they may be published in {@link PolicyCheck} and
 * {@link SeasonCheck}.
 */
@NullMarked
package org.zhikao.admissions.season.rules;

import org.jspecify.annotations.NullMarked;
