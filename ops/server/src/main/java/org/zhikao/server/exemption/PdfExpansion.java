package org.zhikao.server.exemption;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.zhikao.server.exemption.Uncopyable.Why;

/**
 * 解压上限: how much a document's streams hold is counted before anything keeps what comes out of them. A file of 10 KB can
 * hold 10 MB, and what its cross references hold is read whole by whoever opens it.
 */
final class PdfExpansion {
    /** Pictures of thirty scanned pages. */
    static final long MOST_BYTES = 768L * 1024 * 1024;
    /** Objects and cross references, which are decoded to open the document at all. */
    static final long MOST_STRUCTURE_BYTES = 32L * 1024 * 1024;

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final int DICTIONARY = 4096;
    private static final Pattern STRUCTURE = Pattern.compile("/(ObjStm|XRef)\\b");
    private static final Pattern GENERAL = Pattern.compile("/(FlateDecode|Fl|ASCII85Decode|A85|ASCIIHexDecode|AHx)\\b");
    /** Filters that hide how much they hold, or names written so as not to be recognised. */
    private static final Pattern UNUSUAL = Pattern.compile("/(LZWDecode|LZW|RunLengthDecode|RL)\\b|/[A-Za-z]*#");

    private final ChunkedFile file;
    private final byte[] window = new byte[SealedChunks.SIZE];
    private long from;
    private int filled;
    private long all;
    private long structure;

    private PdfExpansion(ChunkedFile file) {
        this.file = file;
    }

    static void requireBounded(ChunkedFile file) throws Uncopyable {
        new PdfExpansion(file).walk();
    }

    private void walk() throws Uncopyable {
        long at = next(0);
        while (at >= 0) {
            long begin = afterLine(at + STREAM.length);
            at = next(begin < 0 ? at + STREAM.length : begin + count(begin, before(at)));
        }
    }

    /** Answers how many stored bytes were looked at. */
    private long count(long begin, String dictionary) throws Uncopyable {
        Matcher general = GENERAL.matcher(dictionary);
        boolean two = general.results().limit(2).count() == 2;
        if (two || UNUSUAL.matcher(dictionary).find()) {
            throw new Uncopyable(Why.PDF_UNUSUAL, null);
        }
        boolean deflated = (at(begin) & 0x0F) == 8 && (at(begin) << 8 | at(begin + 1)) % 31 == 0;
        return deflated ? inflated(begin, STRUCTURE.matcher(dictionary).find()) : 0;
    }

    private long inflated(long begin, boolean structural) throws Uncopyable {
        byte[] in = new byte[8192];
        byte[] out = new byte[65536];
        Inflater inflater = new Inflater();
        try {
            long position = begin;
            while (!inflater.finished()) {
                if (inflater.needsInput()) {
                    int read = file.read(position, in, 0, in.length);
                    if (read < 0) {
                        break;
                    }
                    position += read;
                    inflater.setInput(in, 0, read);
                }
                int more = inflater.inflate(out);
                if (more == 0 && inflater.needsDictionary()) {
                    break;
                }
                all += more;
                structure += structural ? more : 0;
                if (all > MOST_BYTES || structure > MOST_STRUCTURE_BYTES) {
                    throw new Uncopyable(Why.PDF_EXPANDS, null);
                }
            }
            return inflater.getBytesRead();
        } catch (DataFormatException e) {
            // Not deflated after all, or broken: who opens the document will say which.
            return 0;
        } finally {
            inflater.end();
        }
    }

    /** Where the data begins behind the word {@code stream}: after the end of its line; -1 when that word is another. */
    private long afterLine(long at) {
        if (at(at) == '\n') {
            return at + 1;
        }
        if (at(at) == '\r') {
            return at(at + 1) == '\n' ? at + 2 : at + 1;
        }
        return -1;
    }

    private long next(long begin) {
        for (long at = begin; at + STREAM.length < file.length(); at++) {
            int i = 0;
            while (i < STREAM.length && at(at + i) == STREAM[i]) {
                i++;
            }
            if (i == STREAM.length && (at < 3 || at(at - 1) != 'd')) {
                return at;
            }
        }
        return -1;
    }

    /** The object's dictionary, as far as it is not absurdly long. */
    private String before(long at) {
        long begin = Math.max(0, at - DICTIONARY);
        StringBuilder text = new StringBuilder();
        for (long i = begin; i < at; i++) {
            text.append((char) at(i));
        }
        int object = text.lastIndexOf(" obj");
        return object < 0 ? text.toString() : text.substring(object);
    }

    private int at(long position) {
        if (position < from || position >= from + filled) {
            if (position < 0 || position >= file.length()) {
                return -1;
            }
            from = position - position % SealedChunks.SIZE;
            filled = file.read(from, window, 0, window.length);
        }
        return window[(int) (position - from)] & 0xFF;
    }
}
