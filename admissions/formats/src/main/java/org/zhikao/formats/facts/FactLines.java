package org.zhikao.formats.facts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * 事实文件: facts as JSON lines in UTF-8, in the order of their index. Stored payloads and metadata stand in the line byte for
 * byte, so that digests taken over a file and over the table are the same; particulars stay sealed as they are stored. What is
 * stored but is no JSON of one line travels as a text instead.
 */
public final class FactLines {
    /** Longer than any fact: the largest holds the rules of a season, at most 2 MB. */
    private static final int LONGEST = 16 << 20;

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private FactLines() {}

    /** A line that is no fact. */
    public static final class Broken extends IOException {
        private static final long serialVersionUID = 1L;

        private final long line;

        Broken(long line, String what) {
            super("line " + line + ": " + what);
            this.line = line;
        }

        public long line() {
            return line;
        }
    }

    public static void write(FactLine fact, OutputStream out) throws IOException {
        out.write(("{\"index\":" + fact.index() + ",\"event\":" + quoted(fact.event()) + ",\"aggregate\":"
                        + quoted(fact.aggregate()) + ",\"sequence\":" + fact.sequence() + ",\"name\":"
                        + quoted(fact.name()) + ",\"revision\":" + quoted(fact.revision()) + ",\"timestamp\":"
                        + quoted(fact.timestamp()) + ",\"payload\":")
                .getBytes(StandardCharsets.UTF_8));
        stored(fact.payload(), out);
        out.write(",\"metadata\":".getBytes(StandardCharsets.US_ASCII));
        stored(fact.metadata(), out);
        out.write("}\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static void stored(byte[] bytes, OutputStream out) throws IOException {
        if (oneObject(bytes)) {
            out.write(bytes);
        } else {
            out.write(quoted(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** One JSON object on one line, and nothing before or after it. */
    private static boolean oneObject(byte[] bytes) throws IOException {
        for (byte b : bytes) {
            if (b == '\n' || b == '\r') {
                return false;
            }
        }
        try (JsonParser in = JSON.createParser(bytes)) {
            if (in.nextToken() != JsonToken.START_OBJECT
                    || in.currentTokenLocation().getByteOffset() != 0) {
                return false;
            }
            in.skipChildren();
            return in.currentLocation().getByteOffset() == bytes.length && in.nextToken() == null;
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static String quoted(String text) {
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
    }

    /** Reads every line in its turn; blank ones are passed over. */
    public static void read(InputStream in, Consumer<FactLine> reader) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(4096);
        byte[] buffer = new byte[1 << 16];
        long number = 1;
        int count = in.read(buffer);
        while (count >= 0) {
            int from = 0;
            for (int i = 0; i < count; i++) {
                if (buffer[i] == '\n') {
                    line.write(buffer, from, i - from);
                    take(line, number++, reader);
                    from = i + 1;
                }
            }
            line.write(buffer, from, count - from);
            if (line.size() > LONGEST) {
                throw new Broken(number, "longer than any fact");
            }
            count = in.read(buffer);
        }
        take(line, number, reader);
    }

    private static void take(ByteArrayOutputStream line, long number, Consumer<FactLine> reader) throws Broken {
        byte[] bytes = line.toByteArray();
        line.reset();
        if (!new String(bytes, StandardCharsets.ISO_8859_1).isBlank()) {
            reader.accept(fact(bytes, number));
        }
    }

    private static FactLine fact(byte[] bytes, long number) throws Broken {
        long index = -1;
        long sequence = -1;
        String[] texts = new String[5];
        byte[] payload = null;
        byte[] metadata = null;
        try (JsonParser in = JSON.createParser(bytes)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new Broken(number, "no JSON object");
            }
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String field = in.currentName();
                in.nextToken();
                switch (field) {
                    case "index" -> index = in.getLongValue();
                    case "sequence" -> sequence = in.getLongValue();
                    case "event" -> texts[0] = in.getText();
                    case "aggregate" -> texts[1] = in.getText();
                    case "name" -> texts[2] = in.getText();
                    case "revision" -> texts[3] = in.getText();
                    case "timestamp" -> texts[4] = in.getText();
                    case "payload" -> payload = stored(in, bytes);
                    case "metadata" -> metadata = stored(in, bytes);
                    default -> throw new Broken(number, "unknown field " + field);
                }
            }
            if (in.nextToken() != null) {
                throw new Broken(number, "something after the fact");
            }
        } catch (Broken e) {
            throw e;
        } catch (IOException e) {
            throw new Broken(number, "no JSON");
        }
        if (index < 0 || sequence < 0 || payload == null || metadata == null) {
            throw new Broken(number, "a field is missing");
        }
        for (String text : texts) {
            if (text == null) {
                throw new Broken(number, "a field is missing");
            }
        }
        return new FactLine(index, texts[0], texts[1], sequence, texts[2], texts[3], texts[4], payload, metadata);
    }

    private static byte[] stored(JsonParser in, byte[] bytes) throws IOException {
        if (in.currentToken() == JsonToken.VALUE_STRING) {
            return in.getText().getBytes(StandardCharsets.UTF_8);
        }
        int from = (int) in.currentTokenLocation().getByteOffset();
        in.skipChildren();
        return Arrays.copyOfRange(bytes, from, (int) in.currentLocation().getByteOffset());
    }
}
