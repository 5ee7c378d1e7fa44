package org.zhikao.formats.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we export is text to every spreadsheet program, and comes back unchanged. */
class WritingTablesTest {
    @TempDir
    private Path folder;

    @Test
    void noCellOfACsvFileBeginsAFormula() throws IOException {
        Path file = write("values.csv", values());
        String[] lines = Files.readString(file).split("\r\n", -1);
        assertThat(lines[0]).isEqualTo("\uFEFF\"值\",\"号\"");
        for (int i = 1; i < lines.length - 1; i++) {
            assertThat(lines[i].substring(1).stripLeading()).doesNotMatch("(?s)^(?!-5)[=+\\-@＝＋－＠\t\r\0].*");
        }
        assertThat(raw(CsvRows.open(file, StandardCharsets.UTF_8))).isEqualTo(values());
    }

    @Test
    void noCellOfAWorkbookIsAFormula() throws IOException {
        Path file = write("values.xlsx", values());
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            assertThat(new String(sheet.readAllBytes(), StandardCharsets.UTF_8)).doesNotContain("<f>", "<f ");
        }
        assertThat(raw(XlsxRows.open(file))).isEqualTo(values());
    }

    @Test
    void numbersStayTheTextTheyAre() throws IOException {
        for (String name : List.of("numbers.csv", "numbers.xlsx")) {
            Path file = write(name, List.of("00123", "99000320080229017X", "440524188001010014", "-5", "𠮷_x0041_"));
            List<Column> columns = List.of(Column.text("值"), Column.text("号"));
            try (Table table = Table.open(file, columns, TableLimits.DEFAULT)) {
                List<String> values = new ArrayList<>();
                table.forEachRemaining(row -> {
                    assertThat(row.good()).isTrue();
                    values.add(row.value("值"));
                });
                assertThat(values)
                        .containsExactly("00123", "99000320080229017X", "440524188001010014", "-5", "𠮷_x0041_");
            }
        }
    }

    @Test
    void writesAHundredThousandRowsInConstantMemory() throws IOException {
        Path file = folder.resolve("many.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                TableWriter writer = TableWriter.xlsx(out, "表", List.of("值", "号"))) {
            for (int i = 0; i < 100_000; i++) {
                writer.row(List.of("值" + i % 100, String.valueOf(i)));
            }
        }
        long rows = 0;
        try (Table table = Table.open(file, List.of(Column.text("值"), Column.text("号")), TableLimits.DEFAULT)) {
            for (; table.hasNext(); rows++) {
                assertThat(table.next().value("号")).isEqualTo(String.valueOf(rows));
            }
        }
        assertThat(rows).isEqualTo(100_000);
    }

    private Path write(String name, List<String> values) throws IOException {
        Path file = folder.resolve(name);
        List<String> header = List.of("值", "号");
        try (OutputStream out = Files.newOutputStream(file);
                TableWriter writer =
                        name.endsWith("csv") ? TableWriter.csv(out, header) : TableWriter.xlsx(out, "表", header)) {
            for (String value : values) {
                writer.row(List.of(value, "1"));
            }
        }
        return file;
    }

    private static List<String> raw(RawRows rows) throws IOException {
        try (rows) {
            rows.next();
            List<String> values = new ArrayList<>();
            rows.forEachRemaining(row -> values.add(row.cells().get(0).text()));
            return values;
        }
    }

    private static List<String> values() throws IOException {
        List<String> values = new ArrayList<>();
        try (InputStream in =
                Objects.requireNonNull(WritingTablesTest.class.getResourceAsStream("risky-values.json"))) {
            values.addAll(new JsonMapper().readValue(in, new TypeReference<List<String>>() {}));
        }
        values.addAll(List.of("'=1+1", "''", "-5", "-5+1", " =1", "a,b", "a\"b\nc", "_x0000_", "|cmd", "张三"));
        return values;
    }
}
