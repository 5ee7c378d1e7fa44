package org.zhikao.admissions.placement;

/**
 * 投档摘要.
 *
 * @param input SHA-256 over the canonical input, 64 hex digits
 * @param output SHA-256 over the assignments, sorted by candidate, 64 hex digits
 * @param candidates number of candidates in the run
 * @param placed number of them placed
 */
public record RunDigest(String input, String output, int candidates, int placed) {}
