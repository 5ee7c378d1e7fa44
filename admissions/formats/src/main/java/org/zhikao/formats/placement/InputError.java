package org.zhikao.formats.placement;

/**
 * 输入错误: one thing in a file that keeps a run from starting.
 *
 * @param code stable code
 * @param where JSON pointer, or {@code file:row:column} of a table
 * @param message what is wrong, for a person
 */
public record InputError(String code, String where, String message) {}
