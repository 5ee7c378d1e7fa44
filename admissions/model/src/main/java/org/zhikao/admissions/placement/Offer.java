package org.zhikao.admissions.placement;

/**
 * 录取通知 of one candidate.
 *
 * @param unit 投档单位 code
 * @param preference number of the preference that was met, 1 first; 0 for admission without exam
 * @param position place in the merit order of the market, 1 best; 0 for admission without exam
 */
public record Offer(String unit, int preference, int position) {}
