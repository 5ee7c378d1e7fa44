package org.zhikao.checks;

/** Java source with its comments, and if wished its texts, blanked out; every line stays where it was. */
final class JavaText {
    private final String source;
    private final boolean texts;
    private final StringBuilder out;
    private int at;

    private JavaText(String source, boolean texts) {
        this.source = source;
        this.texts = texts;
        this.out = new StringBuilder(source.length());
    }

    /** Without comments. */
    static String code(String source) {
        return new JavaText(source, false).blanked();
    }

    /** Without comments and without what stands between quotes. */
    static String bare(String source) {
        return new JavaText(source, true).blanked();
    }

    private String blanked() {
        while (at < source.length()) {
            if (source.startsWith("//", at)) {
                skip(end("\n", at, 0), true);
            } else if (source.startsWith("/*", at)) {
                skip(end("*/", at + 2, 2), true);
            } else if (source.startsWith("\"\"\"", at)) {
                quoted("\"\"\"");
            } else if (source.charAt(at) == '"' || source.charAt(at) == '\'') {
                quoted(source.substring(at, at + 1));
            } else {
                out.append(source.charAt(at++));
            }
        }
        return out.toString();
    }

    private int end(String mark, int from, int length) {
        int found = source.indexOf(mark, from);
        return found < 0 ? source.length() : found + length;
    }

    /** The quotes themselves stay, so that an argument stays an argument. */
    private void quoted(String quote) {
        int to = at + quote.length();
        while (to < source.length() && !source.startsWith(quote, to)) {
            to += source.charAt(to) == '\\' ? 2 : 1;
        }
        out.append(quote);
        at += quote.length();
        skip(Math.min(to, source.length()), texts);
        out.append(quote);
        at = Math.min(at + quote.length(), source.length());
    }

    private void skip(int to, boolean blank) {
        for (; at < to; at++) {
            char c = source.charAt(at);
            out.append(blank && c != '\n' ? ' ' : c);
        }
    }
}
