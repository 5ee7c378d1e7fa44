package org.zhikao.formats.sealing;

import java.nio.charset.Charset;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** GB 18030, and the characters that older programs of this country left in private areas. */
public final class Gb18030 {
    public static final Charset CHARSET = Charset.forName("GB18030");
    private static final Charset GBK = Charset.forName("GBK");
    private static final byte[] PROBE = {(byte) 0xFE, (byte) 0x59};

    /** What GBK decodes into the private area while the standard has a character for it. */
    private static final Map<Integer, Integer> STANDARD = table();

    private Gb18030() {}

    /**
     * Fails when this JVM was told to read by the tables of the year 2000: eighteen characters would be others here than
     * everywhere else.
     */
    public static void requireCurrentTables() {
        if (new String(PROBE, CHARSET).codePointAt(0) != 0x9FB4) {
            throw new IllegalStateException(
                    "Start Java without -Djdk.charset.GB18030=2000: names would be read by outdated tables.");
        }
    }

    /** Private code point to standard code point. */
    static Map<Integer, Integer> standard() {
        return STANDARD;
    }

    private static Map<Integer, Integer> table() {
        Map<Integer, Integer> table = new TreeMap<>();
        for (int lead = 0x81; lead <= 0xFE; lead++) {
            for (int trail = 0x40; trail <= 0xFE; trail++) {
                byte[] bytes = {(byte) lead, (byte) trail};
                int old = only(new String(bytes, GBK));
                int current = only(new String(bytes, CHARSET));
                if (isPrivate(old) && current >= 0 && !isPrivate(current)) {
                    table.put(old, current);
                }
            }
        }
        return Collections.unmodifiableMap(table);
    }

    static boolean isPrivate(int codePoint) {
        return Character.getType(codePoint) == Character.PRIVATE_USE;
    }

    private static int only(String text) {
        boolean one = text.codePointCount(0, text.length()) == 1 && text.codePointAt(0) != 0xFFFD;
        return one ? text.codePointAt(0) : -1;
    }
}
