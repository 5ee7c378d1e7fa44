package org.zhikao.formats.table;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/** The rows of a file of one format, the first one included, empty ones left out. */
interface RawRows extends Iterator<RawRows.RawRow>, AutoCloseable {

    record RawRow(long line, boolean hidden, List<Cell> cells) {}

    @Override
    void close() throws IOException;
}
