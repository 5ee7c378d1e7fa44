package org.zhikao.formats.scoring;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rows of one CSV file with a heading line, UTF-8 (with or without BOM) or GB18030. */
final class CsvRows {
    /** One and a half million mark rows fit; more is a mistake for a command line. */
    private static final int MAX_BYTES = 64 << 20;

    private CsvRows() {}

    /** Reads all rows, or adds one error for the whole file and gives none. */
    static List<NamedCsvRecord> read(
            String file, byte[] bytes, Set<String> required, Set<String> optional, List<RowError> errors) {
        if (bytes.length > MAX_BYTES) {
            errors.add(new RowError(file, 1, "", "FILE_TOO_LARGE", "文件超过 64 MB · the file is larger than 64 MB"));
            return List.of();
        }
        String text;
        try {
            text = decode(bytes);
        } catch (CharacterCodingException e) {
            errors.add(new RowError(file, 1, "", "ENCODING", "既不是 UTF-8 也不是 GB18030 · neither UTF-8 nor GB18030"));
            return List.of();
        }
        List<NamedCsvRecord> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : reader) {
                if (rows.isEmpty() && !heading(file, new HashSet<>(row.getHeader()), required, optional, errors)) {
                    return List.of();
                }
                if (row.getFieldCount() != row.getHeader().size()) {
                    errors.add(new RowError(
                            file,
                            row.getStartingLineNumber(),
                            "",
                            "COLUMN_COUNT",
                            "列数与表头不符 · the row has another number of columns than the heading"));
                } else {
                    rows.add(row);
                }
            }
        } catch (CsvParseException | IllegalArgumentException e) {
            errors.add(new RowError(file, 1, "", "CSV_SYNTAX", "CSV 语法错误,请检查引号和表头 · check quotes and heading"));
            return List.of();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return rows;
    }

    private static boolean heading(
            String file, Set<String> columns, Set<String> required, Set<String> optional, List<RowError> errors) {
        for (String column : required) {
            if (!columns.contains(column)) {
                errors.add(
                        new RowError(file, 1, column, "COLUMN_MISSING", "缺少列 " + column + " · this column is missing"));
            }
        }
        for (String column : columns) {
            if (!required.contains(column) && !optional.contains(column)) {
                errors.add(new RowError(file, 1, column, "COLUMN_UNKNOWN", "不认识的列 " + column + " · unknown column"));
            }
        }
        return errors.isEmpty();
    }

    private static String decode(byte[] bytes) throws CharacterCodingException {
        int from = bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF
                ? 3
                : 0;
        try {
            return decode(bytes, from, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            return decode(bytes, 0, Charset.forName("GB18030"));
        }
    }

    private static String decode(byte[] bytes, int from, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                .toString();
    }
}
