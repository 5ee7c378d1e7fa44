package org.zhikao.audit.replay;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One JSON value as stored. The audit reads bytes with a reader of its own, so that a fault in the library that wrote them
 * cannot hide itself.
 *
 * <p>Asking for a field that is missing or of another kind is {@link Unreadable}: a fact is never guessed at.
 */
public final class Json {
    private final @Nullable Object value;

    /** {@code value}: {@code Map<String, Json>}, {@code List<Json>}, String, Long, BigDecimal, Boolean or null. */
    Json(@Nullable Object value) {
        this.value = value;
    }

    /** Reads one value and nothing after it. */
    public static Json read(byte[] utf8) {
        return new JsonReader(utf8).document();
    }

    public static Json read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    public boolean isNull() {
        return value == null;
    }

    /** The fields of an object in the order of the text. */
    @SuppressWarnings("unchecked") // made by the reader only
    public Map<String, Json> fields() {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Json>) map;
        }
        throw new Unreadable("not an object: " + kind());
    }

    @SuppressWarnings("unchecked") // made by the reader only
    public List<Json> elements() {
        if (value instanceof List<?> list) {
            return (List<Json>) list;
        }
        throw new Unreadable("not an array: " + kind());
    }

    public String text() {
        if (value instanceof String text) {
            return text;
        }
        throw new Unreadable("not a text: " + kind());
    }

    public long number() {
        if (value instanceof Long number) {
            return number;
        }
        throw new Unreadable("not a whole number: " + kind());
    }

    /** A number written as a number or, exactly, as a text. */
    public BigDecimal decimal() {
        if (value instanceof Long number) {
            return BigDecimal.valueOf(number);
        }
        if (value instanceof BigDecimal number) {
            return number;
        }
        if (value instanceof String text) {
            try {
                return new BigDecimal(text);
            } catch (NumberFormatException e) {
                throw new Unreadable("not a number: " + text);
            }
        }
        throw new Unreadable("not a number: " + kind());
    }

    /** A number or a quotient of two, as it would be written in a text. */
    String decimalText() {
        return value instanceof String text ? text : decimal().toPlainString();
    }

    public boolean flag() {
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw new Unreadable("not true or false: " + kind());
    }

    /** The field, or null when it is missing or null. */
    public @Nullable Json find(String field) {
        Json found = fields().get(field);
        return found == null || found.isNull() ? null : found;
    }

    /** The field; {@link Unreadable} when it is missing or null. */
    public Json at(String field) {
        Json found = find(field);
        if (found == null) {
            throw new Unreadable("field missing: " + field);
        }
        return found;
    }

    public String text(String field) {
        return at(field).text();
    }

    /** The text, or {@code otherwise} when the field is missing or null. */
    public String text(String field, String otherwise) {
        Json found = find(field);
        return found == null ? otherwise : found.text();
    }

    public long number(String field) {
        return at(field).number();
    }

    public int integer(String field) {
        long number = number(field);
        if (number != (int) number) {
            throw new Unreadable("number too large: " + field);
        }
        return (int) number;
    }

    public boolean flag(String field) {
        return at(field).flag();
    }

    /** The elements, none when the field is missing or null. */
    public List<Json> list(String field) {
        Json found = find(field);
        return found == null ? List.of() : found.elements();
    }

    public List<String> texts(String field) {
        return list(field).stream().map(Json::text).toList();
    }

    private String kind() {
        return value == null ? "null" : value.getClass().getSimpleName();
    }

    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
