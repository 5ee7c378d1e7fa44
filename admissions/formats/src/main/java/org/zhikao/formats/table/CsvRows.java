package org.zhikao.formats.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Rows of a CSV file. */
final class CsvRows implements RawRows {
    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;

    private CsvRows(CsvReader<CsvRecord> reader) {
        this.reader = reader;
        this.records = reader.iterator();
    }

    static CsvRows open(Path file, Charset charset) throws IOException {
        return new CsvRows(CsvReader.builder()
                .detectBomHeader(true)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(false)
                .allowUnclosedQuote(false)
                .ofCsvRecord(file, charset));
    }

    @Override
    public boolean hasNext() {
        return parsed(records::hasNext);
    }

    @Override
    public RawRow next() {
        CsvRecord record = parsed(records::next);
        return new RawRow(
                record.getStartingLineNumber(),
                false,
                record.getFields().stream()
                        .map(field -> Cell.text(SafeText.restored(field)))
                        .toList());
    }

    private static <T> T parsed(Supplier<T> step) {
        try {
            return step.get();
        } catch (CsvParseException | UncheckedIOException e) {
            // A quote that is never closed swallows what follows: there are no rows to go on with.
            throw Table.unreadable(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() throws IOException {
        records.close();
        reader.close();
    }
}
