package org.zhikao.formats.table;

import java.util.List;
import java.util.Map;

/**
 * 行: one row as it was read.
 *
 * @param line its number in the file, as the office's spreadsheet program shows it
 * @param values by column name; empty cells are not in it
 * @param faults why it cannot be taken; empty for a good row
 */
public record TableRow(long line, Map<String, String> values, List<Fault> faults) {

    /** One reason, and the column it lies in, or the empty text where the whole row is meant. */
    public record Fault(TableRefusal code, String column) {}

    public boolean good() {
        return faults.isEmpty();
    }

    /** The cell's text, empty for an empty cell. */
    public String value(String column) {
        return values.getOrDefault(column, "");
    }

    /** Line and faults, never values: a row holds particulars. */
    @Override
    public String toString() {
        return "TableRow[" + line + " " + faults + "]";
    }
}
