package org.zhikao.formats.placement;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The rows of {@code preferences.csv}, gathered in pages as they come and put in the order of the candidates at the end. */
final class ListRows {
    private static final int PAGE = 1 << 22;

    private final TableErrors errors;
    private final NameTable candidates;
    private final NameTable units;
    private final List<char[]> pages = new ArrayList<>();
    private int used = PAGE;
    private long total;
    /** Where each candidate's row starts among all wishes as they came, -1 for no row; and its length. */
    private final long[] rowAt;

    private final int[] length;
    private final int[] seenBy;

    ListRows(TableErrors errors, NameTable candidates, NameTable units) {
        this.errors = errors;
        this.candidates = candidates;
        this.units = units;
        rowAt = new long[candidates.count()];
        length = new int[candidates.count()];
        seenBy = new int[units.count()];
        Arrays.fill(rowAt, -1);
        Arrays.fill(seenBy, -1);
    }

    void read(Path file) throws IOException, UnusableInput {
        String name = String.valueOf(file.getFileName());
        try (CsvCursor csv = CsvCursor.open(file)) {
            while (csv.nextRow()) {
                if (csv.row() > 1 || !csv.text().toLowerCase(Locale.ROOT).equals("candidate")) {
                    row(csv, name);
                }
            }
        }
    }

    private void row(CsvCursor csv, String file) throws IOException, UnusableInput {
        long row = csv.row();
        int candidate = candidates.number(csv.bytes, csv.from, csv.to);
        if (candidate < 0) {
            errors.add(file, row, 1, "UNKNOWN_CANDIDATE", "no candidate is called " + csv.text());
            return;
        }
        if (rowAt[candidate] >= 0) {
            errors.add(file, row, 1, "DUPLICATE_CANDIDATE", csv.text() + " has two lists");
            return;
        }
        rowAt[candidate] = total;
        int blank = 0;
        int count = 0;
        while (csv.nextField()) {
            if (csv.blank()) {
                blank = blank == 0 ? csv.column() : blank;
            } else {
                if (blank > 0) {
                    errors.add(file, row, blank, "BLANK_WISH", "a wish stands behind an empty place");
                    blank = 0;
                }
                count += wish(csv, file, candidate);
            }
        }
        length[candidate] = count;
        if (count == 0) {
            errors.add(file, row, 2, "EMPTY_LIST", "a row names at least one unit");
        }
    }

    private int wish(CsvCursor csv, String file, int candidate) throws UnusableInput {
        int unit = units.number(csv.bytes, csv.from, csv.to);
        if (unit < 0) {
            errors.add(file, csv.row(), csv.column(), "UNKNOWN_UNIT", "no unit is called " + csv.text());
            return 0;
        }
        if (seenBy[unit] == candidate) {
            errors.add(file, csv.row(), csv.column(), "DUPLICATE_WISH", csv.text() + " is listed twice");
            return 0;
        }
        seenBy[unit] = candidate;
        if (used == PAGE) {
            pages.add(new char[PAGE]);
            used = 0;
        }
        pages.get(pages.size() - 1)[used++] = (char) unit;
        if (++total == Integer.MAX_VALUE - 8) {
            throw new UnusableInput(
                    "TOO_LARGE", file + ":" + csv.row() + ":1", "more than two thousand million wishes");
        }
        return 1;
    }

    int[] start() {
        int[] start = new int[length.length + 1];
        for (int i = 0; i < length.length; i++) {
            start[i + 1] = start[i] + length[i];
        }
        return start;
    }

    char[] wishes() {
        char[] wishes = new char[(int) total];
        int to = 0;
        for (int i = 0; i < length.length; i++) {
            long from = rowAt[i];
            int left = length[i];
            while (left > 0) {
                int offset = (int) (from % PAGE);
                int step = Math.min(left, PAGE - offset);
                System.arraycopy(pages.get((int) (from / PAGE)), offset, wishes, to, step);
                from += step;
                to += step;
                left -= step;
            }
        }
        return wishes;
    }
}
