package org.zhikao.audit.properties;

/**
 * 控制线: one published minimum.
 *
 * @param name what is measured
 * @param mark the mark of each candidate
 * @param minimum the least mark each unit takes, {@link Long#MIN_VALUE} for none
 */
public record PublishedLine(String name, long[] mark, long[] minimum) {}
