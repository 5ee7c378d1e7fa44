package org.zhikao.formats.placement;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 读取三表: {@code candidates.csv(id,category,orderKey1…)}, {@code units.csv(id,quota,accepts,line,parent)} and
 * {@code preferences.csv(candidate,unit1…)}.
 *
 * <p>A first row that starts with {@code id} or {@code candidate} is a heading. Several categories in {@code accepts} are
 * separated by a vertical bar or a semicolon; empty means all. A column {@code drawNumber} may stand among the keys where a
 * heading names it. Every error carries file, row and column, and nothing runs on a table that has one.
 */
public final class MarketTableReader {
    /** Categories are bits of a long; the last one stands for a candidate without category. */
    private static final int NO_CATEGORY = 63;

    private final TableErrors errors = new TableErrors();
    private final Map<String, Integer> categories = new LinkedHashMap<>();

    private MarketTableReader() {}

    /** Reads all three; throws with every error found (at most a thousand). */
    public static MarketTables read(Path candidates, Path units, Path preferences) throws IOException, UnusableInput {
        MarketTableReader reader = new MarketTableReader();
        UnitRows unitRows = reader.units(units);
        CandidateRows candidateRows = reader.candidates(candidates);
        reader.errors.throwIfAny();
        ListRows lists = new ListRows(reader.errors, candidateRows.names, unitRows.names);
        lists.read(preferences);
        reader.errors.throwIfAny();
        int n = candidateRows.names.count();
        return new MarketTables(
                candidateRows.names,
                unitRows.names,
                candidateRows.columns(n),
                candidateRows.drawColumn >= 0 ? Arrays.copyOf(candidateRows.draw, n) : null,
                Arrays.copyOf(candidateRows.category, n),
                List.copyOf(reader.categories.keySet()),
                toInts(unitRows.quota),
                toLongs(unitRows.accepts),
                toLongs(unitRows.line),
                unitRows.parents(reader.errors, units),
                lists.start(),
                lists.wishes());
    }

    private static int[] toInts(List<Integer> list) {
        return list.stream().mapToInt(x -> x).toArray();
    }

    private static long[] toLongs(List<Long> list) {
        return list.stream().mapToLong(x -> x).toArray();
    }

    private static final class UnitRows {
        final NameTable names = new NameTable();
        final List<Integer> quota = new ArrayList<>();
        final List<Long> accepts = new ArrayList<>();
        final List<Long> line = new ArrayList<>();
        final List<String> parent = new ArrayList<>();
        final List<Long> row = new ArrayList<>();

        int @Nullable [] parents(TableErrors errors, Path file) throws UnusableInput {
            int[] parents = new int[names.count()];
            boolean any = false;
            for (int u = 0; u < parents.length; u++) {
                String above = parent.get(u);
                parents[u] = above.isEmpty() ? -1 : names.number(above);
                any |= parents[u] >= 0;
                if (!above.isEmpty() && parents[u] < 0) {
                    errors.add(name(file), row.get(u), 5, "UNKNOWN_UNIT", "no unit is called " + above);
                }
            }
            for (int u = 0; u < parents.length; u++) {
                int steps = 0;
                for (int p = parents[u]; p >= 0 && steps <= parents.length; p = parents[p]) {
                    steps++;
                }
                if (steps > parents.length) {
                    errors.add(name(file), row.get(u), 5, "CIRCLE", names.name(u) + " stands within itself");
                }
            }
            errors.throwIfAny();
            return any ? parents : null;
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private UnitRows units(Path file) throws IOException, UnusableInput {
        UnitRows rows = new UnitRows();
        try (CsvCursor csv = CsvCursor.open(file)) {
            while (csv.nextRow()) {
                if (csv.row() == 1 && csv.text().toLowerCase(Locale.ROOT).equals("id")) {
                    continue;
                }
                unit(csv, name(file), rows);
            }
        }
        return rows;
    }

    private void unit(CsvCursor csv, String file, UnitRows rows) throws IOException, UnusableInput {
        long row = csv.row();
        if (csv.blank()) {
            errors.add(file, row, 1, "BLANK", "a unit needs an id");
        } else if (rows.names.add(csv.bytes, csv.from, csv.to) < 0) {
            errors.add(file, row, 1, "DUPLICATE_UNIT", csv.text() + " appears twice");
        }
        if (rows.names.count() > 65_535) {
            throw new UnusableInput("TOO_MANY_UNITS", file + ":" + row + ":1", "a market has at most 65535 units");
        }
        long seats = csv.nextField() ? number(csv, file, 0) : -1;
        if (csv.column() < 2) {
            errors.add(file, row, 2, "MISSING_FIELD", "a unit needs its quota");
        } else if (seats < 0) {
            errors.add(file, row, 2, "NEGATIVE", "a quota is not negative");
        } else if (seats > 10_000_000) {
            errors.add(file, row, 2, "OUT_OF_RANGE", "a quota of more than ten million");
        }
        long accepts = csv.nextField() ? accepts(csv, file) : -1L;
        long line = csv.nextField() ? number(csv, file, Long.MIN_VALUE) : Long.MIN_VALUE;
        String parent = csv.nextField() ? csv.text() : "";
        if (csv.nextField()) {
            errors.add(file, row, csv.column(), "TOO_MANY_FIELDS", "id,quota,accepts,line,parent");
        }
        rows.quota.add((int) Math.max(0, Math.min(seats, Integer.MAX_VALUE)));
        rows.accepts.add(accepts);
        rows.line.add(line);
        rows.parent.add(parent);
        rows.row.add(row);
    }

    private long accepts(CsvCursor csv, String file) {
        if (csv.blank()) {
            return -1L;
        }
        long taken = 0;
        for (String name : csv.text().split("[|;]", -1)) {
            if (!name.isBlank()) {
                taken |= 1L << category(name.strip(), csv, file);
            }
        }
        return taken;
    }

    private int category(String name, CsvCursor csv, String file) {
        Integer bit = categories.get(name);
        if (bit == null) {
            bit = categories.size();
            if (bit >= NO_CATEGORY) {
                errors.add(file, csv.row(), csv.column(), "TOO_MANY_CATEGORIES", "at most 63 categories");
                return NO_CATEGORY;
            }
            categories.put(name, bit);
        }
        return bit;
    }

    /** A whole number; blank reads as {@code otherwise}. */
    private long number(CsvCursor csv, String file, long otherwise) {
        if (csv.blank()) {
            return otherwise;
        }
        try {
            return Long.parseLong(csv.text());
        } catch (NumberFormatException notWhole) {
            errors.add(file, csv.row(), csv.column(), "NOT_A_NUMBER", csv.text() + " is not a whole number");
            return otherwise;
        }
    }

    private static final class CandidateRows {
        final NameTable names = new NameTable();
        final List<long[]> keys = new ArrayList<>();
        byte[] category = new byte[1 << 10];
        long[] draw = new long[1 << 10];
        int drawColumn = -1;

        long[][] columns(int n) {
            long[][] columns = new long[keys.size()][];
            for (int k = 0; k < columns.length; k++) {
                columns[k] = Arrays.copyOf(keys.get(k), n);
            }
            return columns;
        }

        void room(int number) {
            if (number >= category.length) {
                category = Arrays.copyOf(category, number * 2);
                draw = Arrays.copyOf(draw, number * 2);
                keys.replaceAll(k -> Arrays.copyOf(k, number * 2));
            }
        }
    }

    private CandidateRows candidates(Path file) throws IOException, UnusableInput {
        CandidateRows rows = new CandidateRows();
        try (CsvCursor csv = CsvCursor.open(file)) {
            int columns = -1;
            while (csv.nextRow()) {
                if (csv.row() == 1 && csv.text().toLowerCase(Locale.ROOT).equals("id")) {
                    while (csv.nextField()) {
                        if (csv.text().equalsIgnoreCase("drawNumber")) {
                            rows.drawColumn = csv.column();
                        }
                    }
                } else {
                    columns = candidate(csv, name(file), rows, columns);
                }
            }
        }
        return rows;
    }

    private int candidate(CsvCursor csv, String file, CandidateRows rows, int columns)
            throws IOException, UnusableInput {
        long row = csv.row();
        int number = csv.blank() ? -1 : rows.names.add(csv.bytes, csv.from, csv.to);
        if (number < 0) {
            String code = csv.blank() ? "BLANK" : "DUPLICATE_CANDIDATE";
            errors.add(file, row, 1, code, csv.blank() ? "a candidate needs an id" : csv.text() + " appears twice");
            number = Math.max(0, rows.names.count() - 1);
        }
        rows.room(number);
        boolean given = csv.nextField() && !csv.blank();
        rows.category[number] = (byte) (given ? category(csv.text(), csv, file) : NO_CATEGORY);
        int key = 0;
        while (csv.nextField()) {
            long value = number(csv, file, 0);
            if (csv.blank()) {
                errors.add(file, row, csv.column(), "MISSING_FIELD", "a key is a whole number");
            }
            if (csv.column() == rows.drawColumn) {
                rows.draw[number] = value;
            } else {
                if (key == rows.keys.size() && columns < 0) {
                    rows.keys.add(new long[rows.category.length]);
                }
                if (key < rows.keys.size()) {
                    rows.keys.get(key)[number] = value;
                }
                key++;
            }
        }
        if (key == 0) {
            errors.add(file, row, 3, "MISSING_FIELD", "a candidate needs at least one order key");
        } else if (columns >= 0 && csv.column() != columns) {
            errors.add(file, row, csv.column(), "ORDER_KEY_LENGTH", "all rows have " + columns + " columns");
        }
        return columns < 0 ? csv.column() : columns;
    }
}
