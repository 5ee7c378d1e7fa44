package org.zhikao.admissions.placement.rank.explain;

/**
 * 志愿说明: one wish and why it did or did not come true.
 *
 * @param choice its number on the list, counted from 1
 * @param unit the unit's number
 * @param verdict what became of it
 * @param rank the candidate's position, or rank at the unit; 0 when not eligible
 * @param cutoff the worst position or rank that got in
 */
public record WishAnswer(int choice, int unit, Verdict verdict, int rank, int cutoff) {}
