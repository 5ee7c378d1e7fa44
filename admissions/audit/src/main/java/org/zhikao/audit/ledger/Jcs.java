package org.zhikao.audit.ledger;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * RFC 8785 canonical JSON for one flat object of texts; a writer that knows no numbers cannot round one. Nothing is
 * normalised: what is stored is what is hashed.
 */
public final class Jcs {
    private static final HexFormat HEX = HexFormat.of();

    private Jcs() {}

    /** The canonical bytes; {@link IllegalArgumentException} for a lone surrogate. */
    public static byte[] object(Map<String, String> fields) {
        StringBuilder out = new StringBuilder("{");
        // String order is by UTF-16 code unit, as the RFC wants it.
        new TreeMap<>(fields).forEach((name, value) -> field(out, name, value));
        return out.append('}').toString().getBytes(StandardCharsets.UTF_8);
    }

    static void field(StringBuilder out, String name, String value) {
        if (out.length() > 1) {
            out.append(',');
        }
        text(out, name);
        out.append(':');
        text(out, value);
    }

    private static void text(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> i = plain(out, text, i, c);
            }
        }
        out.append('"');
    }

    private static int plain(StringBuilder out, String text, int i, char c) {
        if (c < 0x20) {
            out.append("\\u").append(HEX.toHexDigits(c));
        } else if (!Character.isSurrogate(c)) {
            out.append(c);
        } else if (Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1))) {
            out.append(c).append(text.charAt(i + 1));
            return i + 1;
        } else {
            throw new IllegalArgumentException("lone surrogate at " + i);
        }
        return i;
    }
}
