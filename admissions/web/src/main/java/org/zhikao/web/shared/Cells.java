package org.zhikao.web.shared;

/** Cells of an exported table: quoted, and never a formula in the program that opens them. */
public final class Cells {
    private Cells() {}

    public static String quoted(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r\0＝＋－＠".indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }

    /** Letters, digits and hyphens only, for a file name in a header. */
    public static String plain(String text) {
        return text.replaceAll("[^0-9A-Za-z-]", "");
    }
}
