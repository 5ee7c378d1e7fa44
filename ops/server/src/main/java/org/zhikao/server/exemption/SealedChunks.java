package org.zhikao.server.exemption;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.formats.sealing.DataKey;
import org.zhikao.formats.sealing.Place;
import org.zhikao.formats.sealing.SealBroken;
import org.zhikao.formats.sealing.Sealer;

/**
 * 密封分块: files as rows of sealed chunks. Each is bound to its person, digest, part and number and to being the last or
 * not, so none can be exchanged, moved or cut off without being noticed.
 */
final class SealedChunks {
    /** Plain bytes of a chunk: few rows a file, little memory a stream. */
    static final int SIZE = 128 * 1024;

    private static final int ROWS = 4;

    private final Sealer sealer;
    private final JdbcTemplate jdbc;

    SealedChunks(Sealer sealer, JdbcTemplate jdbc) {
        this.sealer = sealer;
        this.jdbc = jdbc;
    }

    /** 部分: the bytes as they came, or what is shown of them. */
    enum Part {
        ORIGINAL,
        COPY
    }

    /** Whose chunks: everything they are bound to but their number. */
    record Of(DataKey key, String digest, Part part) {
        Place place(int number, boolean last) {
            return new Place(
                    key.subject(),
                    "exemption.evidence",
                    "2",
                    "/" + digest + "/" + part + "/" + number + (last ? "/last" : ""));
        }
    }

    /** Writes all of {@code in} and answers the number of chunks. */
    int write(Of of, InputStream in) throws IOException {
        try (Writer out = writer(of)) {
            in.transferTo(out);
            out.finish();
            return out.count();
        }
    }

    Writer writer(Of of) {
        return new Writer(of);
    }

    /** The plain bytes of one chunk of {@code count}. */
    byte[] chunk(Of of, int number, int count) {
        List<byte[]> found = jdbc.query(
                "select sealed from evidence_chunk where candidate = ? and digest = ? and part = ? and number = ?",
                (row, n) -> row.getBytes(1),
                of.key().subject(),
                of.digest(),
                of.part().name(),
                number);
        if (found.isEmpty()) {
            throw new SealBroken("chunk " + number + " of " + count + " is missing", null);
        }
        return sealer.openBytes(of.key(), of.place(number, number == count - 1), found.get(0));
    }

    /** Removes what an attempt that did not finish has left of a part. */
    void remove(Of of) {
        jdbc.update(
                "delete from evidence_chunk where candidate = ? and digest = ? and part = ?",
                of.key().subject(),
                of.digest(),
                of.part().name());
    }

    /** Seals as it is written to; the last chunk is known as such only by {@link #finish}. */
    final class Writer extends OutputStream {
        private final Of of;
        private final byte[] plain = new byte[SIZE];
        private final List<Object[]> rows = new ArrayList<>();
        private int filled;
        private int number;
        private long bytes;

        private Writer(Of of) {
            this.of = of;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            int at = offset;
            int left = length;
            while (left > 0) {
                if (filled == SIZE) {
                    row(false);
                }
                int step = Math.min(left, SIZE - filled);
                System.arraycopy(from, at, plain, filled, step);
                filled += step;
                at += step;
                left -= step;
            }
            bytes += length;
        }

        void finish() {
            row(true);
            send();
        }

        int count() {
            return number;
        }

        long bytes() {
            return bytes;
        }

        private void row(boolean last) {
            byte[] sealed = sealer.sealBytes(of.key(), of.place(number, last), Arrays.copyOf(plain, filled));
            rows.add(new Object[] {of.key().subject(), of.digest(), of.part().name(), number, sealed});
            number++;
            filled = 0;
            if (rows.size() == ROWS) {
                send();
            }
        }

        private void send() {
            jdbc.batchUpdate(
                    "insert into evidence_chunk (candidate, digest, part, number, sealed) values (?, ?, ?, ?, ?)",
                    rows);
            rows.clear();
        }
    }
}
