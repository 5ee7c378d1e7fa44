package org.zhikao.formats.placement;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads a table of comma-separated values field by field, as UTF-8 bytes in a buffer; blanks round a field are dropped, quotes
 * may hold commas, line ends and doubled quotes, a byte-order mark is skipped, GB18030 is converted.
 */
final class CsvCursor implements Closeable {
    private static final int LONGEST_FIELD = 1 << 20;

    private final InputStream in;
    private byte[] buffer = new byte[1 << 20];
    private int at;
    private int limit;
    private boolean ended;
    private long line = 1;
    private long nextLine = 1;
    private int column;
    private boolean rowOpen;
    /** A carriage return ended the row; a line feed behind it belongs to it. */
    private boolean pendingReturn;

    private byte[] scratch = new byte[256];

    /** The current field: {@code bytes[from..to)}. */
    byte[] bytes = buffer;

    int from;
    int to;

    private CsvCursor(InputStream in) throws IOException {
        this.in = in;
        fill(0);
        if (limit >= 3 && TextBytes.bomLength(Arrays.copyOf(buffer, 3)) == 3) {
            at = 3;
        }
    }

    static CsvCursor open(Path file) throws IOException, UnusableInput {
        return utf8(file) ? new CsvCursor(Files.newInputStream(file)) : new CsvCursor(converted(file));
    }

    /** Row and column of the current field, counted from 1. */
    long row() {
        return line;
    }

    int column() {
        return column;
    }

    String text() {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    boolean blank() {
        return from == to;
    }

    /** Goes to the first field of the next row that is not empty; false at the end of the file. */
    boolean nextRow() throws IOException, UnusableInput {
        while (rowOpen) {
            nextField();
        }
        while (peek() >= 0) {
            line = nextLine;
            column = 0;
            rowOpen = true;
            nextField();
            if (rowOpen || to > from) {
                return true;
            }
        }
        return false;
    }

    /** Goes to the next field of the row; false when the row has ended. */
    boolean nextField() throws IOException, UnusableInput {
        if (!rowOpen) {
            return false;
        }
        column++;
        int next = peek();
        while (next == ' ' || next == '\t') {
            at++;
            next = peek();
        }
        if (next == '"') {
            quoted();
        } else {
            plain();
        }
        endField();
        return true;
    }

    private void plain() throws IOException, UnusableInput {
        from = at;
        int k = at;
        while (true) {
            byte[] data = buffer;
            int end = limit;
            while (k < end && data[k] != ',' && data[k] != '\n' && data[k] != '\r') {
                k++;
            }
            if (k < end || ended) {
                break;
            }
            k -= from;
            fill(from);
            from = 0;
        }
        bytes = buffer;
        to = k;
        at = k;
        while (to > from && (bytes[to - 1] == ' ' || bytes[to - 1] == '\t')) {
            to--;
        }
    }

    private void quoted() throws IOException, UnusableInput {
        at++;
        int length = 0;
        while (true) {
            int next = peek();
            if (next < 0) {
                throw new UnusableInput("OPEN_QUOTE", "row " + line, "a quote is not closed");
            }
            at++;
            if (next == '"') {
                if (peek() != '"') {
                    break;
                }
                at++;
            } else if (next == '\n') {
                nextLine++;
            }
            if (length == scratch.length) {
                if (length >= LONGEST_FIELD) {
                    throw new UnusableInput("FIELD_TOO_LONG", "row " + line, "a field of more than a megabyte");
                }
                scratch = Arrays.copyOf(scratch, length * 2);
            }
            scratch[length++] = (byte) next;
        }
        bytes = scratch;
        from = 0;
        to = length;
        int next = peek();
        while (next == ' ' || next == '\t') {
            at++;
            next = peek();
        }
        if (next >= 0 && next != ',' && next != '\n' && next != '\r') {
            throw new UnusableInput(
                    "TEXT_AFTER_QUOTE", "row " + line, "column " + column + " goes on behind its quote");
        }
    }

    /** Steps over the comma or the line end behind a field. */
    private void endField() throws IOException, UnusableInput {
        if (at < limit && buffer[at] == ',') {
            at++;
            return;
        }
        rowOpen = false;
        // Looking further could move the buffer below the field.
        if (at < limit && buffer[at] == '\r') {
            at++;
            pendingReturn = true;
        } else if (at < limit) {
            at++;
        }
        nextLine++;
    }

    private int peek() throws IOException, UnusableInput {
        if (at == limit && !ended) {
            fill(at);
        }
        if (pendingReturn && at < limit) {
            pendingReturn = false;
            if (buffer[at] == '\n') {
                at++;
                return peek();
            }
        }
        return at < limit ? buffer[at] & 0xFF : -1;
    }

    /** Moves what is left from {@code keep} on to the front and reads on. */
    private void fill(int keep) throws IOException {
        int kept = limit - keep;
        if (kept == buffer.length) {
            if (kept >= 4 * LONGEST_FIELD) {
                throw new IOException("a field of more than four megabytes in row " + line);
            }
            buffer = Arrays.copyOf(buffer, kept * 2);
        }
        System.arraycopy(buffer, keep, buffer, 0, kept);
        at -= keep;
        int read = in.readNBytes(buffer, kept, buffer.length - kept);
        limit = kept + read;
        ended = limit < buffer.length;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** True when the whole file is UTF-8. */
    private static boolean utf8(Path file) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(1 << 20);
        CharBuffer text = CharBuffer.allocate(1 << 20);
        try (InputStream in = Files.newInputStream(file)) {
            while (true) {
                int kept = bytes.position();
                int read = in.readNBytes(bytes.array(), kept, bytes.capacity() - kept);
                bytes.limit(kept + read).position(0);
                boolean end = kept + read < bytes.capacity();
                if (kept == 0 && !end && ascii(bytes.array(), read)) {
                    bytes.clear();
                    continue;
                }
                text.clear();
                if (decoder.decode(bytes, text, end).isError()) {
                    return false;
                }
                if (end) {
                    return true;
                }
                bytes.compact();
            }
        }
    }

    private static boolean ascii(byte[] bytes, int length) {
        int any = 0;
        for (int k = 0; k < length; k++) {
            any |= bytes[k];
        }
        return any >= 0;
    }

    /** Tables in GB18030 come from older office software and are small enough to convert as a whole. */
    private static InputStream converted(Path file) throws IOException, UnusableInput {
        try {
            String text = TextBytes.decoded(Files.readAllBytes(file));
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        } catch (CharacterCodingException neither) {
            throw new UnusableInput("UNKNOWN_ENCODING", file.getFileName() + ":1:1", "neither UTF-8 nor GB18030");
        }
    }
}
