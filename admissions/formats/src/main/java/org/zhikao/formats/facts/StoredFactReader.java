package org.zhikao.formats.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.shared.Event;
import org.zhikao.admissions.shared.EventNames;

/**
 * 事实文件: stored facts as JSON lines, in the order in which they were recorded:
 * {@code {"name","revision","aggregate","sequence","at","payload":{…}}}.
 *
 * <p>A name that is not in the table stops the reading, as it stops a replay.
 */
public final class StoredFactReader {
    /** Longest line in characters; the rules of a season are the longest fact. */
    private static final int LONGEST = 4 << 20;

    private final ObjectMapper mapper = FactJson.mapper();

    /** 事实文件无法读取: which line, and why. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
        private final long line;

        Unreadable(long line, String what) {
            super("第 " + line + " 行：" + what);
            this.line = line;
        }

        public long line() {
            return line;
        }
    }

    /**
     * Reads to the end.
     *
     * @param wanted event classes whose payload is read; all other facts are passed over
     * @return number of lines
     */
    public long read(BufferedReader in, Predicate<Class<?>> wanted, Consumer<Event> facts)
            throws IOException, Unreadable {
        long line = 0;
        for (String text = in.readLine(); text != null; text = in.readLine()) {
            line++;
            if (text.isBlank()) {
                continue;
            }
            if (text.length() > LONGEST) {
                throw new Unreadable(line, "过长");
            }
            Event fact = fact(line, text, wanted);
            if (fact != null) {
                facts.accept(fact);
            }
        }
        return line;
    }

    private @Nullable Event fact(long line, String text, Predicate<Class<?>> wanted) throws Unreadable {
        try {
            JsonNode tree = mapper.readTree(text);
            JsonNode payload = tree.path("payload");
            String name = tree.path("name").asText();
            if (!payload.isObject()) {
                throw new Unreadable(line, "没有 payload");
            }
            Class<?> type = Class.forName(EventNames.classOf(name));
            if (!wanted.test(type)) {
                return null;
            }
            return (Event) mapper.treeToValue(payload, type);
        } catch (JsonProcessingException e) {
            throw new Unreadable(line, "不是存储的事实：" + e.getOriginalMessage());
        } catch (IllegalArgumentException | ClassNotFoundException e) {
            throw new Unreadable(line, "没有这个名称的事实：" + e.getMessage());
        }
    }
}
