package org.zhikao.formats.table;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text that no spreadsheet program takes for a formula, and its way back.
 *
 * <p>In CSV an apostrophe goes before what could be one, and before a leading apostrophe, so that taking one away always
 * gives the value again. In XLSX a text cell is never evaluated; there only characters that XML cannot hold are escaped,
 * in the form spreadsheet programs use themselves.
 */
final class SafeText {
    private static final String STARTS = "=+-@＝＋－＠'\t\r\n\0|%";
    private static final Pattern NEGATIVE = Pattern.compile("-[0-9]+([.][0-9]+)?");
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private SafeText() {}

    static String harmless(String value) {
        String visible = value.stripLeading();
        boolean risky = !value.isEmpty() && STARTS.indexOf(value.charAt(0)) >= 0
                || !visible.isEmpty() && STARTS.indexOf(visible.charAt(0)) >= 0;
        return risky && !NEGATIVE.matcher(value).matches() ? "'" + value : value;
    }

    static String restored(String field) {
        return field.startsWith("'") ? field.substring(1) : field;
    }

    static String escaped(String value) {
        StringBuilder text = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean literal =
                    c == '_' && ESCAPE.matcher(value).region(i, value.length()).lookingAt();
            if (literal || c < 0x20 && c != '\t' && c != '\n' || c == 0xFFFE || c == 0xFFFF) {
                text.append(String.format(Locale.ROOT, "_x%04X_", (int) c));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    static String unescaped(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }
}
