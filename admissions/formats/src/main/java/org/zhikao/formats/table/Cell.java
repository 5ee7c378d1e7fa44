package org.zhikao.formats.table;

/** A cell before it is judged. */
record Cell(Kind kind, String text) {
    enum Kind {
        TEXT,
        NUMBER,
        FORMULA,
        ERROR
    }

    static final Cell EMPTY = new Cell(Kind.TEXT, "");

    static Cell text(String text) {
        return text.isEmpty() ? EMPTY : new Cell(Kind.TEXT, text);
    }
}
