package org.zhikao.formats.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** 导出: writes a table that office programs open as it is meant: UTF-8, numbers kept as text, nothing evaluated. */
public abstract sealed class TableWriter implements AutoCloseable {

    private TableWriter() {}

    /** Writes one row; a workbook holds at most 1,048,576. */
    public abstract void row(List<String> values) throws IOException;

    @Override
    public abstract void close() throws IOException;

    /** CSV with a byte order mark, without which spreadsheet programs of this country read GBK. */
    public static TableWriter csv(OutputStream out, List<String> header) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        text.write('\uFEFF');
        return started(new Csv(text), header);
    }

    public static TableWriter xlsx(OutputStream out, String sheet, List<String> header) throws IOException {
        Workbook workbook = new Workbook(out, "zhikao", "1.0");
        return started(new Xlsx(workbook, workbook.newWorksheet(sheet)), header);
    }

    private static TableWriter started(TableWriter writer, List<String> header) throws IOException {
        writer.row(header);
        return writer;
    }

    private static final class Csv extends TableWriter {
        private final Writer text;

        Csv(Writer text) {
            this.text = text;
        }

        @Override
        public void row(List<String> values) throws IOException {
            String between = "";
            for (String value : values) {
                text.write(between);
                text.write('"');
                text.write(SafeText.harmless(value).replace("\"", "\"\""));
                text.write('"');
                between = ",";
            }
            text.write("\r\n");
        }

        @Override
        public void close() throws IOException {
            text.close();
        }
    }

    private static final class Xlsx extends TableWriter {
        /** Rows held in memory before they go out. */
        private static final int PAGE = 500;

        private final Workbook workbook;
        private final Worksheet sheet;
        private int next;

        Xlsx(Workbook workbook, Worksheet sheet) {
            this.workbook = workbook;
            this.sheet = sheet;
        }

        @Override
        public void row(List<String> values) throws IOException {
            for (int column = 0; column < values.size(); column++) {
                sheet.value(next, column, SafeText.escaped(values.get(column)));
            }
            next++;
            if (next % PAGE == 0) {
                sheet.flush();
            }
        }

        @Override
        public void close() throws IOException {
            sheet.finish();
            workbook.finish();
        }
    }
}
