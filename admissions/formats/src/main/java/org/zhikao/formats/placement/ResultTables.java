package org.zhikao.formats.placement;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.zhikao.admissions.placement.rank.MeritOrder;
import org.zhikao.admissions.placement.rank.Placement;

/**
 * 结果表: assignments and cut-offs of one market as tables, and the digests by which anybody can tell that two runs are the same.
 *
 * <p>A digest is SHA-256 over the UTF-8 bytes of the table sorted by id, comma-separated, one line feed a row, no heading.
 */
public final class ResultTables {
    private ResultTables() {}

    /** 摘要, in hexadecimal. */
    public record Digests(String input, String output) {}

    /** Writes {@code assignments.csv} and {@code cutoffs.csv} into the directory. */
    public static Digests write(Path directory, MarketTables market, MeritOrder merit, Placement placement)
            throws IOException {
        Files.createDirectories(directory);
        String output = assignments(directory.resolve("assignments.csv"), market, placement);
        cutoffs(directory.resolve("cutoffs.csv"), market, merit, placement);
        return new Digests(inputDigest(market), output);
    }

    private static String assignments(Path file, MarketTables market, Placement placement) throws IOException {
        MessageDigest digest = sha256();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write(utf8("candidate,unit,choice\n"));
            DigestOutputStream rows = new DigestOutputStream(out, digest);
            StringBuilder row = new StringBuilder();
            for (int i : sorted(market.candidates())) {
                int unit = placement.unit(i);
                row.setLength(0);
                quoted(row, market.candidates().name(i)).append(',');
                if (unit >= 0) {
                    quoted(row, market.units().name(unit)).append(',').append(placement.choice(i));
                } else {
                    row.append(',');
                }
                rows.write(utf8(row.append('\n')));
            }
        }
        return hex(digest);
    }

    private static void cutoffs(Path file, MarketTables market, MeritOrder merit, Placement placement)
            throws IOException {
        StringBuilder text = new StringBuilder("unit,quota,admitted,cutoffPosition,lastAdmitted");
        for (int k = 1; k <= market.keys().length; k++) {
            text.append(",orderKey").append(k);
        }
        text.append('\n');
        for (int u : sorted(market.units())) {
            quoted(text, market.units().name(u)).append(',').append(market.quota()[u]);
            text.append(',').append(placement.admitted(u)).append(',');
            boolean open = placement.cutoff(u) == Placement.OPEN;
            text.append(open ? "" : Integer.toString(placement.cutoff(u))).append(',');
            int last = placement.last(u);
            text.append(last == 0 ? "" : Integer.toString(last));
            for (long[] key : market.keys()) {
                text.append(',').append(last == 0 ? "" : Long.toString(key[merit.candidateAt(last - 1)]));
            }
            text.append('\n');
        }
        Files.writeString(file, text);
    }

    /** Over units, then candidates, then lists. */
    private static String inputDigest(MarketTables market) {
        MessageDigest digest = sha256();
        int[] units = sorted(market.units());
        byte[][] names = new byte[units.length][];
        for (int u : units) {
            names[u] = utf8(quoted(new StringBuilder(), market.units().name(u)));
            StringBuilder row =
                    new StringBuilder(market.units().name(u)).append(',').append(market.quota()[u]);
            row.append(',').append(categories(market, market.accepts()[u])).append(',');
            row.append(market.line()[u] == Long.MIN_VALUE ? "" : Long.toString(market.line()[u]))
                    .append(',');
            int[] parent = market.parent();
            row.append(parent == null || parent[u] < 0 ? "" : market.units().name(parent[u]));
            digest.update(utf8(row.append('\n')));
        }
        int[] candidates = sorted(market.candidates());
        for (int i : candidates) {
            StringBuilder row = new StringBuilder(market.candidates().name(i)).append(',');
            int category = market.category()[i];
            row.append(
                    category < market.categories().size() ? market.categories().get(category) : "");
            for (long[] key : market.keys()) {
                row.append(',').append(key[i]);
            }
            long[] draw = market.draw();
            digest.update(utf8(
                    draw == null
                            ? row.append('\n')
                            : row.append(',').append(draw[i]).append('\n')));
        }
        for (int i : candidates) {
            digest.update(utf8(market.candidates().name(i)));
            for (int w = market.start()[i]; w < market.start()[i + 1]; w++) {
                digest.update((byte) ',');
                digest.update(names[market.wish()[w]]);
            }
            digest.update((byte) '\n');
        }
        return hex(digest);
    }

    private static String categories(MarketTables market, long accepts) {
        if (accepts == -1L) {
            return "";
        }
        StringBuilder names = new StringBuilder();
        for (int c = 0; c < market.categories().size(); c++) {
            if ((accepts >>> c & 1L) != 0) {
                names.append(names.isEmpty() ? "" : "|")
                        .append(market.categories().get(c));
            }
        }
        return names.toString();
    }

    private static int[] sorted(NameTable names) {
        Integer[] numbers = new Integer[names.count()];
        String[] texts = new String[names.count()];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = k;
            texts[k] = names.name(k);
        }
        Arrays.sort(numbers, Comparator.comparing((Integer k) -> texts[k]));
        return Arrays.stream(numbers).mapToInt(k -> k).toArray();
    }

    private static StringBuilder quoted(StringBuilder row, String name) {
        boolean plain = name.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain
                ? row.append(name)
                : row.append('"').append(name.replace("\"", "\"\"")).append('"');
    }

    private static byte[] utf8(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
