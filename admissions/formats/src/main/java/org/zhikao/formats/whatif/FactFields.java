package org.zhikao.formats.whatif;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one stored payload, two levels deep, without binding it to a class: millions of marks go through here. One
 * instance is used again for every fact.
 */
final class FactFields {
    private static final JsonFactory JSON = new JsonFactory();

    /** Fields that nearly every payload has and no trial asks for. */
    private static final Set<String> UNUSED = Set.of("at", "candidate", "by", "digest");

    private final Map<String, Object> values = new HashMap<>();

    void read(byte[] payload) throws IOException {
        values.clear();
        try (JsonParser in = JSON.createParser(payload)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("a payload is no object");
            }
            object(in, "");
        }
    }

    private void object(JsonParser in, String prefix) throws IOException {
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            if (prefix.isEmpty() && UNUSED.contains(name)) {
                in.nextToken();
                in.skipChildren();
                continue;
            }
            String field = prefix.isEmpty() ? name : prefix + name;
            switch (in.nextToken()) {
                case VALUE_STRING -> values.put(field, in.getText());
                case VALUE_NUMBER_INT -> values.put(field, in.getLongValue());
                case VALUE_TRUE -> values.put(field, Boolean.TRUE);
                case VALUE_FALSE -> values.put(field, Boolean.FALSE);
                case START_OBJECT -> {
                    if (prefix.isEmpty()) {
                        object(in, field + ".");
                    } else {
                        in.skipChildren();
                    }
                }
                case START_ARRAY -> values.put(field, texts(in));
                default -> in.skipChildren();
            }
        }
    }

    private static List<String> texts(JsonParser in) throws IOException {
        List<String> texts = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            if (in.currentToken() == JsonToken.VALUE_STRING) {
                texts.add(in.getText());
            } else {
                in.skipChildren();
            }
        }
        return texts;
    }

    String text(String field) {
        if (values.get(field) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("no text in field " + field);
    }

    @Nullable
    String find(String field) {
        return values.get(field) instanceof String text ? text : null;
    }

    long number(String field) {
        if (values.get(field) instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException("no number in field " + field);
    }

    @Nullable
    Integer integer(String field) {
        return values.get(field) instanceof Long number ? Integer.valueOf(Math.toIntExact(number)) : null;
    }

    @SuppressWarnings("unchecked") // put there by texts() only
    List<String> list(String field) {
        return values.get(field) instanceof List<?> list ? (List<String>) list : List.of();
    }
}
