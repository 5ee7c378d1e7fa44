package org.zhikao.audit.properties;

/**
 * 违反: one place where a published property does not hold.
 *
 * @param property {@code P1} to {@code P9}
 * @param candidate the candidate's number, or {@code -1}
 * @param unit the unit's number, or {@code -1}
 * @param detail a code with numbers, for the record and the office
 */
public record Violation(String property, int candidate, int unit, String detail) {}
