package org.zhikao.server.bench;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One kept connection of the load: sends a request, reads its answer, and is free again. HTTP/1.1 as our server speaks it. */
final class LoadLine {
    private static final byte[] HEAD_END = {'\r', '\n', '\r', '\n'};
    private static final byte[] LAST_CHUNK = {'0', '\r', '\n', '\r', '\n'};

    private final Selector selector;
    private final java.net.InetSocketAddress address;
    private SocketChannel channel;
    private SelectionKey key;
    private ByteBuffer out = ByteBuffer.allocate(0);
    private ByteBuffer in = ByteBuffer.allocate(32 * 1024);
    private boolean closing;

    /** What the line is busy with, and when that was due; null while free. */
    LoadVisit.@Nullable Request asked;

    long due;

    LoadLine(Selector selector, java.net.InetSocketAddress address) throws IOException {
        this.selector = selector;
        this.address = address;
        channel = SocketChannel.open(address);
        key = register();
    }

    private SelectionKey register() throws IOException {
        channel.configureBlocking(false);
        channel.socket().setTcpNoDelay(true);
        SelectionKey fresh = channel.register(selector, SelectionKey.OP_READ);
        fresh.attach(this);
        return fresh;
    }

    void send(LoadVisit.Request request, long dueAt) throws IOException {
        if (closing) {
            channel.close();
            channel = SocketChannel.open(address);
            key = register();
            closing = false;
        }
        asked = request;
        due = dueAt;
        in.clear();
        out = ByteBuffer.wrap(request.bytes());
        flush();
    }

    void flush() throws IOException {
        channel.write(out);
        key.interestOps(out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    /** The answer, once all of it is there. */
    LoadVisit.@Nullable Answer read() throws IOException {
        int read = channel.read(in);
        if (read < 0 && asked == null) {
            // Idle for too long: the next request opens it anew.
            key.cancel();
            closing = true;
            return null;
        }
        if (read < 0) {
            throw new EOFException("the server closed a connection in the middle of an answer");
        }
        if (!in.hasRemaining()) {
            in = ByteBuffer.allocate(in.capacity() * 2).put(in.flip());
        }
        byte[] bytes = in.array();
        int length = in.position();
        int head = find(bytes, length, HEAD_END);
        if (head < 0) {
            return null;
        }
        String headers = new String(bytes, 0, head, StandardCharsets.ISO_8859_1);
        int body = head + HEAD_END.length;
        int status = Integer.parseInt(headers.substring(9, 12));
        boolean whole;
        String size = header(headers, "content-length");
        if (size != null) {
            whole = length - body >= Integer.parseInt(size);
        } else if (header(headers, "transfer-encoding") != null) {
            whole = length - body >= LAST_CHUNK.length
                    && Arrays.equals(bytes, length - LAST_CHUNK.length, length, LAST_CHUNK, 0, LAST_CHUNK.length);
        } else {
            // Without a length there is no body: 304, 204.
            whole = true;
        }
        if (!whole) {
            return null;
        }
        closing = "close".equals(header(headers, "connection"));
        return new LoadVisit.Answer(
                status, headers, () -> new String(bytes, body, length - body, StandardCharsets.UTF_8));
    }

    private static int find(byte[] bytes, int length, byte[] what) {
        for (int at = 0; at + what.length <= length; at++) {
            if (bytes[at] == what[0] && Arrays.equals(bytes, at, at + what.length, what, 0, what.length)) {
                return at;
            }
        }
        return -1;
    }

    /** The value of a header, in lower case as far as its name goes; null when it is missing. */
    static @Nullable String header(String headers, String name) {
        for (int at = headers.indexOf('\n'); at >= 0; at = headers.indexOf('\n', at + 1)) {
            int colon = headers.indexOf(':', at);
            if (colon > 0
                    && colon - at - 1 == name.length()
                    && headers.substring(at + 1, colon).toLowerCase(Locale.ROOT).equals(name)) {
                int end = headers.indexOf('\r', colon);
                return headers.substring(colon + 1, end < 0 ? headers.length() : end)
                        .strip();
            }
        }
        return null;
    }
}
