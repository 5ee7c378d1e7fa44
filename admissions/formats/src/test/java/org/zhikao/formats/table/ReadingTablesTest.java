package org.zhikao.formats.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhikao.admissions.shared.Refused;

/** Files as offices send them: good rows are taken, bad ones named, bad files refused before a parser sees them. */
class ReadingTablesTest {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final List<Column> COLUMNS =
            List.of(Column.text("考生号"), Column.text("姓名"), Column.number("成绩").optional());
    private static final String HEADER = "考生号,姓名,成绩\n";

    @TempDir
    private Path folder;

    @Test
    void readsUtf8WithAByteOrderMark() throws IOException {
        List<TableRow> rows = read(csv("\uFEFF" + HEADER + "00123, 张䶮 ,88.50\n", StandardCharsets.UTF_8));
        assertThat(rows).hasSize(1);
        TableRow row = rows.get(0);
        assertThat(row.good()).isTrue();
        assertThat(row.line()).isEqualTo(2);
        assertThat(row.value("考生号")).isEqualTo("00123");
        assertThat(row.value("姓名")).isEqualTo("张䶮");
        assertThat(row.value("成绩")).isEqualTo("88.50");
    }

    @Test
    void readsGb18030AndSaysSo() throws IOException {
        Path file = csv(HEADER + "00123,张䶮𬭊,88\n", GB18030);
        try (Table table = Table.open(file, COLUMNS, TableLimits.DEFAULT)) {
            assertThat(table.encoding()).contains(GB18030);
            assertThat(table.next().value("姓名")).isEqualTo("张䶮𬭊");
        }
    }

    @Test
    void findsTheEncodingByTheWholeFileNotByItsStart() throws IOException {
        String ascii = "1,x,1\n".repeat(20_000);
        Path file = csv("a,b,c\n" + ascii + "2,张,1\n", GB18030);
        List<Column> columns = List.of(Column.text("a"), Column.text("b"), Column.text("c"));
        try (Table table = Table.open(file, columns, TableLimits.DEFAULT)) {
            assertThat(table.encoding()).contains(GB18030);
        }
    }

    @Test
    void namesEveryBadRowAndTakesTheGoodOnes() throws IOException {
        List<TableRow> rows = read(csv(
                HEADER
                        + "1,甲,60\n"
                        + "4.40524E+17,乙,60\n"
                        + "3,,60\n"
                        + "\n"
                        + "5,戊,六十\n"
                        + "6,己,60,多\n"
                        + "7,庚\uFFFD,60\n"
                        + "8,\"辛\n辛\",６０\n"
                        + "10,壬,\n",
                StandardCharsets.UTF_8));
        assertThat(rows.stream().map(TableRow::toString).collect(Collectors.joining("\n")))
                .isEqualTo("""
                        TableRow[2 []]
                        TableRow[3 [Fault[code=ROW_SCIENTIFIC_NOTATION, column=考生号]]]
                        TableRow[4 [Fault[code=ROW_VALUE_MISSING, column=姓名]]]
                        TableRow[6 [Fault[code=ROW_NOT_A_NUMBER, column=成绩]]]
                        TableRow[7 [Fault[code=ROW_TOO_LONG, column=]]]
                        TableRow[8 [Fault[code=ROW_CHARACTER_LOST, column=姓名]]]
                        TableRow[9 []]
                        TableRow[11 []]""");
        assertThat(rows.get(6).value("成绩")).isEqualTo("60");
        assertThat(rows.get(7).value("成绩")).isEmpty();
    }

    @Test
    void readsAWorkbookWhateverItsNameSays() throws IOException {
        Path file = workbook(sheet -> {
            header(sheet);
            sheet.value(1, 0, "00123");
            sheet.value(1, 1, "张三");
            sheet.value(1, 2, 88.5);
            sheet.value(4, 0, "00124");
            sheet.value(4, 1, "李四");
        });
        List<TableRow> rows = read(Files.move(file, folder.resolve("marks.csv")));
        assertThat(rows).extracting(TableRow::line).containsExactly(2L, 5L);
        assertThat(rows).allMatch(TableRow::good);
        assertThat(rows.get(0).value("成绩")).isEqualTo("88.5");
    }

    @Test
    void refusesNumbersWhereDigitsMayBeLost() throws IOException {
        List<TableRow> rows = read(workbook(sheet -> {
            header(sheet);
            sheet.value(1, 0, 123); // 00123 once
            sheet.value(1, 1, "张三");
            sheet.value(2, 0, 440524188001010014L);
            sheet.value(2, 1, "李四");
            sheet.value(3, 0, "4.40524E+17");
            sheet.value(3, 1, "王五");
            sheet.value(4, 0, "4");
            sheet.formula(4, 1, "A4+A5");
            sheet.value(5, 0, "5");
            sheet.value(5, 1, "赵六");
            sheet.hideRow(5);
        }));
        assertThat(rows.stream().map(row -> row.faults().get(0).code().name()).toList())
                .containsExactly(
                        "ROW_NUMBER_FOR_TEXT",
                        "ROW_NUMBER_FOR_TEXT",
                        "ROW_SCIENTIFIC_NOTATION",
                        "ROW_FORMULA",
                        "ROW_HIDDEN");
    }

    @Test
    void refusesMergedCellsWithTheirAddress() throws IOException {
        Path file = workbook(sheet -> {
            header(sheet);
            sheet.value(1, 0, "1");
            sheet.range(1, 1, 2, 1).merge();
        });
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("TABLE_MERGED_CELLS")
                .hasMessageContaining("B2:B3");
    }

    @Test
    void refusesHiddenSheetsWithRowsAndSecondSheets() throws IOException {
        refused(twoSheets(VisibilityState.HIDDEN, true), TableRefusal.TABLE_HIDDEN_SHEET);
        refused(twoSheets(VisibilityState.VERY_HIDDEN, true), TableRefusal.TABLE_HIDDEN_SHEET);
        refused(twoSheets(VisibilityState.VISIBLE, true), TableRefusal.TABLE_SEVERAL_SHEETS);
        assertThat(read(twoSheets(VisibilityState.HIDDEN, false))).hasSize(1);
    }

    @Test
    void refusesTooManyRowsBeforeReadingOne() throws IOException {
        TableLimits ten = TableLimits.DEFAULT.withRows(10);
        String rows = "1,甲,60\n";
        try (Table table = Table.open(csv(HEADER + rows.repeat(10), StandardCharsets.UTF_8), COLUMNS, ten)) {
            assertThat(table.hasNext()).isTrue();
        }
        refused(csv(HEADER + rows.repeat(11), StandardCharsets.UTF_8), ten, TableRefusal.TABLE_TOO_MANY_ROWS);
        Path full = zip("full.xlsx", out -> {
            out.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            for (int i = 1; i <= 1_048_576; i++) {
                out.write(("<row r=\"" + i + "\"><c t=\"n\"><v>" + i * 7919L + "</v></c></row>")
                        .getBytes(StandardCharsets.US_ASCII));
            }
        });
        refused(full, TableLimits.DEFAULT, TableRefusal.TABLE_TOO_MANY_ROWS);
    }

    @Test
    void refusesAWorkbookThatUnpacksToFarTooMuch() throws IOException {
        Path bomb = zip("bomb.xlsx", out -> {
            out.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            byte[] zeros = new byte[1 << 20];
            Arrays.fill(zeros, (byte) ' ');
            for (int i = 0; i < 200; i++) {
                out.write(zeros);
            }
        });
        assertThat(Files.size(bomb)).isLessThan(1 << 20);
        refused(bomb, TableRefusal.TABLE_UNPACKS_TOO_LARGE);
        Path many = zip("many.xlsx", out -> {
            for (int i = 0; i < 1_001; i++) {
                out.putNextEntry(new ZipEntry("part" + i));
            }
        });
        refused(many, TableRefusal.TABLE_UNPACKS_TOO_LARGE);
    }

    @Test
    void refusesDocumentTypesAndLinksToOtherFiles() throws IOException {
        Path plain = workbook(sheet -> {
            header(sheet);
            sheet.value(1, 0, "1");
            sheet.value(1, 1, "甲");
        });
        assertThat(read(plain)).hasSize(1);
        refused(
                rewritten(
                        plain,
                        (name, text) -> name.endsWith("sharedStrings.xml")
                                ? text.replaceFirst(
                                        "(<\\?xml[^>]*>)",
                                        "$1<!DOCTYPE sst [<!ENTITY x SYSTEM \"http://attacker.example/x\">]>")
                                : text),
                TableRefusal.TABLE_DOCUMENT_TYPE);
        refused(
                zip("link.xlsx", out -> out.putNextEntry(new ZipEntry("xl/externalLinks/externalLink1.xml"))),
                TableRefusal.TABLE_EXTERNAL_LINK);
    }

    @Test
    void refusesADamagedWorkbookHoweverItsParserFails() throws IOException {
        Path plain = workbook(sheet -> {
            header(sheet);
            sheet.value(1, 0, "1");
            sheet.value(1, 1, "甲");
        });
        // Each part cut off at nine places before the element that would close what matters in it.
        Map<String, String> parts =
                Map.of("sheet1.xml", "</sheetData>", "sharedStrings.xml", "</si>", "/workbook.xml", "<sheet ");
        parts.forEach((part, end) -> {
            for (int tenths = 1; tenths < 10; tenths++) {
                int kept = tenths;
                refused(
                        rewritten(
                                plain,
                                (name, text) ->
                                        name.endsWith(part) ? text.substring(0, text.indexOf(end) * kept / 10) : text),
                        TableRefusal.TABLE_UNREADABLE);
            }
        });
        refused(rewritten(plain, (name, text) -> text.replace("r=\"A1\"", "r=\"&;\"")), TableRefusal.TABLE_UNREADABLE);
    }

    @Test
    void refusesWhatIsNoTable() throws IOException {
        refused(bytes(new byte[] {}), TableRefusal.TABLE_EMPTY);
        refused(csv("\n\n", StandardCharsets.UTF_8), TableRefusal.TABLE_EMPTY);
        refused(bytes(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}), TableRefusal.TABLE_OLD_WORKBOOK);
        refused(bytes(new byte[] {'P', 'K', 3, 4, 0, 0}), TableRefusal.TABLE_UNREADABLE);
        refused(bytes(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0}), TableRefusal.TABLE_ENCODING);
        refused(csv(HEADER, StandardCharsets.UTF_16), TableRefusal.TABLE_ENCODING);
        refused(
                zip("other.xlsx", out -> out.putNextEntry(new ZipEntry("word/document.xml"))),
                TableRefusal.TABLE_UNREADABLE);
        refused(csv(HEADER, StandardCharsets.UTF_8), new TableLimits(10, 10, 10, 10), TableRefusal.TABLE_TOO_LARGE);
        Path unclosed = csv(HEADER + "1,\"甲,60\n2,乙,60\n", StandardCharsets.UTF_8);
        refused(unclosed, TableRefusal.TABLE_UNREADABLE);
    }

    @Test
    void refusesOtherColumnsThanDeclared() throws IOException {
        refused(csv("考生号,成绩\n", StandardCharsets.UTF_8), TableRefusal.TABLE_COLUMN_MISSING);
        refused(csv("考生号,姓名,备注\n", StandardCharsets.UTF_8), TableRefusal.TABLE_COLUMN_UNKNOWN);
        refused(csv("考生号,姓名,姓名\n", StandardCharsets.UTF_8), TableRefusal.TABLE_COLUMN_TWICE);
        assertThat(read(csv("姓名 ,考生号,,\n甲,1\n", StandardCharsets.UTF_8)).get(0).value("考生号"))
                .isEqualTo("1");
    }

    private static List<TableRow> read(Path file) throws IOException {
        try (Table table = Table.open(file, COLUMNS, TableLimits.DEFAULT)) {
            List<TableRow> rows = new ArrayList<>();
            table.forEachRemaining(rows::add);
            return rows;
        }
    }

    private static void refused(Path file, TableRefusal code) {
        refused(file, TableLimits.DEFAULT, code);
    }

    private static void refused(Path file, TableLimits limits, TableRefusal code) {
        assertThatThrownBy(() -> {
                    try (Table table = Table.open(file, COLUMNS, limits)) {
                        table.forEachRemaining(row -> {});
                    }
                })
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private Path csv(String text, Charset charset) throws IOException {
        return bytes(text.getBytes(charset));
    }

    private Path bytes(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "table", ".csv"), content);
    }

    private interface Filling {
        void fill(Worksheet sheet) throws IOException;
    }

    private Path workbook(Filling filling) throws IOException {
        Path file = Files.createTempFile(folder, "table", ".xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            filling.fill(workbook.newWorksheet("表"));
        }
        return file;
    }

    private Path twoSheets(VisibilityState second, boolean filled) throws IOException {
        Path file = Files.createTempFile(folder, "table", ".xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet first = workbook.newWorksheet("表");
            header(first);
            first.value(1, 0, "1");
            first.value(1, 1, "甲");
            Worksheet other = workbook.newWorksheet("表2");
            other.setVisibilityState(second);
            if (filled) {
                other.value(0, 0, "1");
            }
        }
        return file;
    }

    private static void header(Worksheet sheet) {
        for (int i = 0; i < COLUMNS.size(); i++) {
            sheet.value(0, i, COLUMNS.get(i).name());
        }
    }

    private interface Zipping {
        void fill(ZipOutputStream out) throws IOException;
    }

    private Path zip(String name, Zipping zipping) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            zipping.fill(out);
        }
        return file;
    }

    private Path rewritten(Path file, BiFunction<String, String, String> change) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip("rewritten.xlsx", out -> {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                    out.write(change.apply(entry.getName(), text).getBytes(StandardCharsets.UTF_8));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
