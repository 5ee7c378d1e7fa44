package org.zhikao.formats.table;

import org.zhikao.admissions.shared.RefusalCode;

/** 表格拒绝代码: why a whole file ({@code TABLE_}) or one of its rows ({@code ROW_}) is not taken. */
public enum TableRefusal implements RefusalCode {
    TABLE_EMPTY,
    /** Neither CSV nor XLSX, or a damaged one. */
    TABLE_UNREADABLE,
    /** A workbook of the format before 2007. */
    TABLE_OLD_WORKBOOK,
    /** Neither UTF-8 nor GB18030. */
    TABLE_ENCODING,
    TABLE_TOO_LARGE,
    TABLE_TOO_MANY_ROWS,
    /** Unpacks to far more than an honest workbook would. */
    TABLE_UNPACKS_TOO_LARGE,
    /** Declares a document type, which no spreadsheet program writes and which may fetch other files. */
    TABLE_DOCUMENT_TYPE,
    TABLE_EXTERNAL_LINK,
    TABLE_HIDDEN_SHEET,
    TABLE_SEVERAL_SHEETS,
    TABLE_MERGED_CELLS,
    TABLE_COLUMN_MISSING,
    TABLE_COLUMN_UNKNOWN,
    TABLE_COLUMN_TWICE,

    ROW_TOO_LONG,
    /** Hidden, by hand or by a filter: whoever sends the file does not see it. */
    ROW_HIDDEN,
    ROW_VALUE_MISSING,
    ROW_VALUE_TOO_LONG,
    /** Like 4.40524E+17: digits are lost and are never guessed. */
    ROW_SCIENTIFIC_NOTATION,
    /** A number where text belongs: leading zeros or last digits may be lost. */
    ROW_NUMBER_FOR_TEXT,
    ROW_NOT_A_NUMBER,
    ROW_FORMULA,
    ROW_ERROR_VALUE,
    /** The mark of a character that was lost before the file came here, or a control character. */
    ROW_CHARACTER_LOST
}
