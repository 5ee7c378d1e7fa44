package org.zhikao.server.exemption;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageInputStreamImpl;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.zhikao.server.exemption.SealedChunks.Of;

/** A sealed file read anywhere, a few chunks in memory at a time: plain bytes never touch a disk on the way to a decoder. */
final class ChunkedFile {
    private static final int HELD = 8;

    private final SealedChunks chunks;
    private final Of of;
    private final int count;
    private final long length;
    private final Map<Integer, byte[]> held = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, byte[]> eldest) {
            return size() > HELD;
        }
    };

    ChunkedFile(SealedChunks chunks, Of of, int count, long length) {
        this.chunks = chunks;
        this.of = of;
        this.count = count;
        this.length = length;
    }

    long length() {
        return length;
    }

    /** As many bytes as come without another chunk; -1 at the end. */
    int read(long position, byte[] to, int offset, int most) {
        if (position >= length) {
            return -1;
        }
        byte[] chunk =
                held.computeIfAbsent((int) (position / SealedChunks.SIZE), number -> chunks.chunk(of, number, count));
        int at = (int) (position % SealedChunks.SIZE);
        int step = Math.min(most, chunk.length - at);
        System.arraycopy(chunk, at, to, offset, step);
        return step;
    }

    void writeTo(OutputStream out) throws IOException {
        for (int number = 0; number < count; number++) {
            out.write(chunks.chunk(of, number, count));
        }
    }

    InputStream stream() {
        return new InputStream() {
            private long position;

            @Override
            public int read() {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] to, int offset, int most) {
                int read = ChunkedFile.this.read(position, to, offset, most);
                position += Math.max(0, read);
                return read;
            }
        };
    }

    ImageInputStream picture() {
        return new Picture();
    }

    RandomAccessRead document() {
        return new Document();
    }

    private final class Picture extends ImageInputStreamImpl {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] to, int offset, int most) throws IOException {
            checkClosed();
            bitOffset = 0;
            int read = ChunkedFile.this.read(streamPos, to, offset, most);
            if (read > 0) {
                streamPos += read;
            }
            return read;
        }

        @Override
        public long length() {
            return length;
        }
    }

    private final class Document implements RandomAccessRead {
        private long position;
        private boolean closed;

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] to, int offset, int most) {
            int all = 0;
            // PDFBox takes a short answer for the end.
            while (all < most) {
                int step = ChunkedFile.this.read(position, to, offset + all, most - all);
                if (step < 0) {
                    return all == 0 ? -1 : all;
                }
                position += step;
                all += step;
            }
            return all;
        }

        @Override
        public long getPosition() {
            return position;
        }

        @Override
        public void seek(long to) throws IOException {
            if (to < 0) {
                throw new IOException("before the beginning");
            }
            position = Math.min(to, length);
        }

        @Override
        public long length() {
            return length;
        }

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public boolean isEOF() {
            return position >= length;
        }

        @Override
        public RandomAccessReadView createView(long from, long size) {
            return new RandomAccessReadView(this, from, size);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
