package org.zhikao.formats.scoring;

/** A row that cannot be used: the line in its file, the column, a stable code and what to write instead. */
public record RowError(String file, long line, String column, String code, String message) {}
