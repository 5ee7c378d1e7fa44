package org.zhikao.formats.table;

/** 列: one column a table must or may have, by the name in its first row. */
public record Column(String name, Kind kind, boolean required) {

    /** What its cells hold. */
    public enum Kind {
        /** Anything; numbers typed as numbers are refused, since a code is not a quantity. */
        TEXT,
        /** A decimal number, as plain digits. */
        NUMBER
    }

    public static Column text(String name) {
        return new Column(name, Kind.TEXT, true);
    }

    public static Column number(String name) {
        return new Column(name, Kind.NUMBER, true);
    }

    /** The same column, whose cells may be empty and which may be missing altogether. */
    public Column optional() {
        return new Column(name, kind, false);
    }
}
