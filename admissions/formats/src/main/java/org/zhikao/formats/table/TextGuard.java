package org.zhikao.formats.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.zhikao.admissions.shared.Refused;
import org.zhikao.formats.sealing.Gb18030;

/** Finds out what a text file is written in, by reading all of it: a guess from its start would lose the one rare name. */
final class TextGuard {
    private TextGuard() {}

    /** UTF-8 before GB18030: text in the latter is practically never valid in the former, the reverse often is. */
    static Charset encodingOf(Path file, TableLimits limits) throws IOException {
        for (Charset charset : List.of(StandardCharsets.UTF_8, Gb18030.CHARSET)) {
            long lines = lines(file, charset);
            if (lines >= 0) {
                TableRefusal.TABLE_TOO_MANY_ROWS.unless(lines <= limits.rows() + 1L, "rows", limits.rows());
                return charset;
            }
        }
        throw new Refused(TableRefusal.TABLE_ENCODING, Map.of());
    }

    /** How many lines the file has, or -1 when it is not written in {@code charset}. */
    private static long lines(Path file, Charset charset) throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer chars = CharBuffer.allocate(1 << 16);
        long lines = 0;
        char last = '\n';
        try (InputStream in = Files.newInputStream(file)) {
            for (boolean end = false; !end; ) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = read < 0;
                bytes.position(bytes.position() + Math.max(read, 0)).flip();
                CoderResult result = decoder.decode(bytes, chars, end);
                if (result.isError()) {
                    return -1;
                }
                bytes.compact();
                chars.flip();
                while (chars.hasRemaining()) {
                    last = chars.get();
                    if (last == '\n') {
                        lines++;
                    }
                }
                chars.clear();
            }
        }
        return last == '\n' ? lines : lines + 1;
    }
}
