package org.zhikao.formats.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.zhikao.admissions.shared.Refused;

/**
 * 表格: a CSV or XLSX file read row by row in constant memory, whatever its extension says.
 *
 * <p>What is wrong with the file as a whole is refused when it is opened; what is wrong with a row comes with the row and
 * never stops the others.
 */
public final class Table implements Iterator<TableRow>, AutoCloseable {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLD_WORKBOOK = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private final RawRows rows;
    private final RowReader reader;
    private final Optional<Charset> encoding;

    private Table(RawRows rows, RowReader reader, Optional<Charset> encoding) {
        this.rows = rows;
        this.reader = reader;
        this.encoding = encoding;
    }

    /**
     * Opens {@code file}.
     *
     * @throws Refused with a {@code TABLE_} code of {@link TableRefusal}
     */
    public static Table open(Path file, List<Column> columns, TableLimits limits) throws IOException {
        long size = Files.size(file);
        TableRefusal.TABLE_EMPTY.unless(size > 0);
        TableRefusal.TABLE_TOO_LARGE.unless(size <= limits.bytes(), "bytes", limits.bytes());
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(4);
        }
        TableRefusal.TABLE_OLD_WORKBOOK.unless(!Arrays.equals(start, OLD_WORKBOOK));
        if (Arrays.equals(start, ZIP)) {
            WorkbookGuard.check(file, limits);
            return opened(XlsxRows.open(file), columns, limits, Optional.empty());
        }
        Charset encoding = TextGuard.encodingOf(file, limits);
        return opened(CsvRows.open(file, encoding), columns, limits, Optional.of(encoding));
    }

    private static Table opened(RawRows rows, List<Column> columns, TableLimits limits, Optional<Charset> encoding)
            throws IOException {
        try {
            TableRefusal.TABLE_EMPTY.unless(rows.hasNext());
            return new Table(rows, RowReader.of(rows.next(), columns, limits), encoding);
        } catch (RuntimeException e) {
            rows.close();
            throw e;
        }
    }

    /** What a CSV file was found to be written in, to be shown to whoever sent it; none for a workbook. */
    public Optional<Charset> encoding() {
        return encoding;
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public TableRow next() {
        if (!rows.hasNext()) {
            throw new NoSuchElementException("the table has no more rows");
        }
        return reader.read(rows.next());
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    static Refused unreadable(String why) {
        return new Refused(TableRefusal.TABLE_UNREADABLE, Map.of("why", why));
    }
}
