package org.zhikao.formats.table;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.shared.Refused;

/** Judges rows by the columns a table is declared to have. */
final class RowReader {
    private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?[0-9]+([.][0-9]+)?[eE][+]?[0-9]{2,}");
    private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,18}([.][0-9]{1,9})?");
    private static final int LOST = 0xFFFD;

    /** By position in the file. */
    private final List<Column> columns;

    private final TableLimits limits;

    private RowReader(List<Column> columns, TableLimits limits) {
        this.columns = columns;
        this.limits = limits;
    }

    static RowReader of(RawRows.RawRow header, List<Column> declared, TableLimits limits) {
        Map<String, Column> byName = new HashMap<>();
        declared.forEach(column -> byName.put(column.name(), column));
        List<Column> found = new ArrayList<>();
        for (Cell cell : trimmed(header.cells())) {
            String name = cell.text().strip();
            Column column = byName.get(name);
            if (column == null) {
                throw new Refused(TableRefusal.TABLE_COLUMN_UNKNOWN, Map.of("column", name));
            }
            TableRefusal.TABLE_COLUMN_TWICE.unless(!found.contains(column), "column", name);
            found.add(column);
        }
        for (Column column : declared) {
            TableRefusal.TABLE_COLUMN_MISSING.unless(
                    found.contains(column) || !column.required(), "column", column.name());
        }
        return new RowReader(List.copyOf(found), limits);
    }

    TableRow read(RawRows.RawRow row) {
        Map<String, String> values = new LinkedHashMap<>();
        List<TableRow.Fault> faults = new ArrayList<>();
        if (row.hidden()) {
            faults.add(new TableRow.Fault(TableRefusal.ROW_HIDDEN, ""));
        }
        List<Cell> cells = trimmed(row.cells());
        if (cells.size() > columns.size()) {
            faults.add(new TableRow.Fault(TableRefusal.ROW_TOO_LONG, ""));
        }
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            Cell cell = i < cells.size() ? cells.get(i) : Cell.EMPTY;
            String text = cell.text().strip();
            TableRefusal fault = fault(column, cell, text);
            if (fault != null) {
                faults.add(new TableRow.Fault(fault, column.name()));
            } else if (!text.isEmpty()) {
                values.put(column.name(), column.kind() == Column.Kind.NUMBER ? plain(text) : text);
            }
        }
        return new TableRow(row.line(), Map.copyOf(values), List.copyOf(faults));
    }

    private @Nullable TableRefusal fault(Column column, Cell cell, String text) {
        if (cell.kind() == Cell.Kind.FORMULA) {
            return TableRefusal.ROW_FORMULA;
        }
        if (cell.kind() == Cell.Kind.ERROR) {
            return TableRefusal.ROW_ERROR_VALUE;
        }
        if (text.isEmpty()) {
            return column.required() ? TableRefusal.ROW_VALUE_MISSING : null;
        }
        if (text.codePointCount(0, text.length()) > limits.valueLength()) {
            return TableRefusal.ROW_VALUE_TOO_LONG;
        }
        if (SCIENTIFIC.matcher(text).matches()) {
            return TableRefusal.ROW_SCIENTIFIC_NOTATION;
        }
        if (text.chars().anyMatch(RowReader::isNoText)) {
            return TableRefusal.ROW_CHARACTER_LOST;
        }
        if (column.kind() == Column.Kind.TEXT) {
            return cell.kind() == Cell.Kind.NUMBER ? TableRefusal.ROW_NUMBER_FOR_TEXT : null;
        }
        return PLAIN.matcher(halfWidth(text)).matches() ? null : TableRefusal.ROW_NOT_A_NUMBER;
    }

    /** Control characters too: no keyboard writes them into a cell, and no database stores all of them. */
    private static boolean isNoText(int c) {
        return c == LOST || Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r';
    }

    private static String plain(String text) {
        return new BigDecimal(halfWidth(text)).toPlainString();
    }

    /** Full-width digits mean the same; letters and signs are left to be refused. */
    private static String halfWidth(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** Without the empty cells at the end, which spreadsheet programs write as they please. */
    private static List<Cell> trimmed(List<Cell> cells) {
        int size = cells.size();
        while (size > 0
                && cells.get(size - 1).text().isBlank()
                && cells.get(size - 1).kind() == Cell.Kind.TEXT) {
            size--;
        }
        return cells.subList(0, size);
    }
}
