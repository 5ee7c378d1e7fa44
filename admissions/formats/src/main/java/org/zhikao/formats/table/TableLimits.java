package org.zhikao.formats.table;

/**
 * 上限: what a file may cost before it is refused.
 *
 * @param bytes of the file itself
 * @param unpackedBytes of all parts of a workbook together
 * @param rows the first one not counted
 * @param valueLength characters in one cell
 */
public record TableLimits(long bytes, long unpackedBytes, int rows, int valueLength) {
    /** A province's candidates in one file. */
    public static final TableLimits DEFAULT = new TableLimits(64L << 20, 1L << 30, 500_000, 4_000);

    public TableLimits withRows(int most) {
        return new TableLimits(bytes, unpackedBytes, most, valueLength);
    }
}
