package org.zhikao.formats.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Looks at every byte of a workbook once, unpacking as it goes and keeping nothing, before a parser may see it. */
final class WorkbookGuard {
    private static final int PARTS = 1_000;
    /** Sheets of real offices pack to a tenth or a twentieth; small parts may pack better. */
    private static final long RATIO = 150;

    private static final long RATIO_FREE = 8L << 20;
    private static final int BLOCK = 1 << 16;
    /** Longer than anything looked for, so that nothing hides between two blocks. */
    private static final int OVERLAP = 256;

    private static final Pattern MERGED =
            Pattern.compile("<(?:[A-Za-z0-9]+:)?mergeCell\\s[^>]{0,100}?ref\\s*=\\s*[\"']([A-Z0-9:$]{1,40})");
    private static final Pattern ROW = Pattern.compile("<(?:[A-Za-z0-9]+:)?row[\\s>/]");

    private final TableLimits limits;
    private long unpacked;

    private WorkbookGuard(TableLimits limits) {
        this.limits = limits;
    }

    static void check(Path file, TableLimits limits) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            new WorkbookGuard(limits).check(zip);
        } catch (ZipException e) {
            throw Table.unreadable(String.valueOf(e.getMessage()));
        }
    }

    private void check(ZipFile zip) throws IOException {
        TableRefusal.TABLE_UNPACKS_TOO_LARGE.unless(zip.size() <= PARTS, "parts", PARTS);
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String name = entry.getName().toLowerCase(Locale.ROOT);
            TableRefusal.TABLE_EXTERNAL_LINK.unless(!name.startsWith("xl/externallinks/"), "part", entry.getName());
            try (InputStream in = zip.getInputStream(entry)) {
                check(in, name, entry.getCompressedSize());
            }
        }
    }

    private void check(InputStream in, String name, long packed) throws IOException {
        boolean xml = name.endsWith(".xml") || name.endsWith(".rels");
        boolean sheet = xml && name.startsWith("xl/worksheets/");
        long size = 0;
        long rows = 0;
        String carried = "";
        byte[] block = new byte[BLOCK];
        for (int n = in.readNBytes(block, 0, BLOCK); n > 0; n = in.readNBytes(block, 0, BLOCK)) {
            boolean first = size == 0;
            size += n;
            unpacked += n;
            TableRefusal.TABLE_UNPACKS_TOO_LARGE.unless(
                    unpacked <= limits.unpackedBytes() && (size <= RATIO_FREE || size <= RATIO * Math.max(packed, 1)),
                    "part",
                    name);
            if (!xml) {
                continue;
            }
            if (first
                    && (block[0] == 0
                            || block[0] == (byte) 0xFE
                            || block[0] == (byte) 0xFF
                            || n > 1 && block[1] == 0)) {
                throw Table.unreadable("a part is not written in UTF-8: " + name);
            }
            String text = carried + new String(block, 0, n, StandardCharsets.ISO_8859_1);
            TableRefusal.TABLE_DOCUMENT_TYPE.unless(
                    !text.contains("<!DOCTYPE") && !text.contains("<!ENTITY"), "part", name);
            if (sheet) {
                refuseMerged(text);
                rows += count(text, carried.length());
                TableRefusal.TABLE_TOO_MANY_ROWS.unless(rows <= limits.rows() + 1L, "rows", limits.rows());
            }
            carried = text.substring(Math.max(0, text.length() - OVERLAP));
        }
    }

    private static void refuseMerged(String text) {
        Matcher merged = MERGED.matcher(text);
        if (merged.find()) {
            TableRefusal.TABLE_MERGED_CELLS.unless(false, "cells", merged.group(1));
        }
    }

    /** Row elements that end behind the carried part: those inside it were counted with the block before. */
    private static long count(String text, int carried) {
        long rows = 0;
        Matcher row = ROW.matcher(text);
        while (row.find()) {
            if (row.end() > carried) {
                rows++;
            }
        }
        return rows;
    }
}
