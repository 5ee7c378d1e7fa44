package org.zhikao.formats.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.shared.Refused;

/** Rows of the one sheet of a workbook. */
final class XlsxRows implements RawRows {
    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private @Nullable RawRow ahead;

    private XlsxRows(ReadableWorkbook workbook, Stream<Row> stream) {
        this.workbook = workbook;
        this.stream = stream;
        this.rows = stream.iterator();
    }

    static XlsxRows open(Path file) throws IOException {
        ReadableWorkbook workbook = parsed(() -> new ReadableWorkbook(file.toFile()));
        try {
            return opened(workbook);
        } catch (RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    private static XlsxRows opened(ReadableWorkbook workbook) {
        Sheet sheet = onlySheet(workbook);
        return new XlsxRows(workbook, parsed(sheet::openStream));
    }

    /** Sheets without rows are left over in many files; with rows, hidden ones above all, they would be lost silently. */
    private static Sheet onlySheet(ReadableWorkbook workbook) {
        Optional<Sheet> only = Optional.empty();
        for (Sheet sheet : parsed(() -> workbook.getSheets().toList())) {
            if (!parsed(() -> hasRows(sheet))) {
                continue;
            }
            TableRefusal.TABLE_HIDDEN_SHEET.unless(
                    sheet.getVisibility() == SheetVisibility.VISIBLE, "sheet", sheet.getName());
            TableRefusal.TABLE_SEVERAL_SHEETS.unless(only.isEmpty(), "sheet", sheet.getName());
            only = Optional.of(sheet);
        }
        return only.orElseThrow(() -> new Refused(TableRefusal.TABLE_EMPTY, Map.of()));
    }

    private static boolean hasRows(Sheet sheet) throws IOException {
        try (Stream<Row> rows = sheet.openStream()) {
            return rows.findFirst().isPresent();
        }
    }

    @Override
    public boolean hasNext() {
        while (ahead == null && parsed(rows::hasNext)) {
            RawRow row = parsed(() -> raw(rows.next()));
            boolean empty = row.cells().stream()
                    .allMatch(
                            cell -> cell.kind() == Cell.Kind.TEXT && cell.text().isBlank());
            ahead = empty ? null : row;
        }
        return ahead != null;
    }

    @Override
    public RawRow next() {
        RawRow row = hasNext() ? ahead : null;
        if (row == null) {
            throw new NoSuchElementException("the sheet has no more rows");
        }
        ahead = null;
        return row;
    }

    private static RawRow raw(Row row) {
        List<Cell> cells = new ArrayList<>(row.getCellCount());
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(row.getOptionalCell(i).map(XlsxRows::cell).orElse(Cell.EMPTY));
        }
        return new RawRow(row.getRowNum(), row.isHidden(), cells);
    }

    private static Cell cell(org.dhatim.fastexcel.reader.Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            // As the file has it: 15 digits and an exponent are a number that lost its last digits.
            String raw = Optional.ofNullable(cell.getRawValue()).orElse("");
            return new Cell(Cell.Kind.NUMBER, raw);
        }
        return switch (cell.getType()) {
            case FORMULA -> new Cell(Cell.Kind.FORMULA, "");
            case ERROR -> new Cell(Cell.Kind.ERROR, "");
            case BOOLEAN -> Cell.text(String.valueOf(cell.getRawValue()));
            case STRING ->
                Cell.text(SafeText.unescaped(Optional.ofNullable(cell.getText()).orElse("")));
            case EMPTY, NUMBER -> Cell.EMPTY;
        };
    }

    /** A parser at work on a hostile file fails in any way it likes; all of them mean that the file is no workbook. */
    private static <T> T parsed(Step<T> step) {
        try {
            return step.take();
        } catch (IOException | RuntimeException e) {
            throw Table.unreadable(e.getClass().getSimpleName());
        }
    }

    private interface Step<T> {
        T take() throws IOException;
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
