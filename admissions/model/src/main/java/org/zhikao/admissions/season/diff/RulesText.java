package org.zhikao.admissions.season.diff;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.season.rules.Exact;
import org.zhikao.admissions.season.rules.Fraction;
import org.zhikao.admissions.season.rules.Track;

/** Values of the rules as one line of the rules language: {@code {by: SUM, of: [chinese, math]}}. */
final class RulesText {
    private RulesText() {}

    static @Nullable Object value(Record record, RecordComponent field) {
        try {
            return field.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a rule record has a public accessor for " + field, e);
        }
    }

    /** The value of a component by name, null when the record has none of that name. */
    static @Nullable Object value(Record record, String name) {
        for (RecordComponent field : record.getClass().getRecordComponents()) {
            if (field.getName().equals(name)) {
                return value(record, field);
            }
        }
        return null;
    }

    /** One line; what is absent or empty inside a record is left out, null is {@code null}. */
    static String of(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return Exact.plain(number);
        }
        if (value instanceof Track track) {
            return track.name() + "(" + track.id() + ")";
        }
        if (value instanceof Collection<?> list) {
            return "[" + String.join(", ", list.stream().map(RulesText::of).toList()) + "]";
        }
        if (value instanceof Map<?, ?> map) {
            return "{" + String.join(", ", entries(map)) + "}";
        }
        if (value instanceof Record record && isRule(record)) {
            List<String> fields = new ArrayList<>();
            for (RecordComponent field : record.getClass().getRecordComponents()) {
                Object inner = value(record, field);
                if (!isNothing(inner)) {
                    fields.add(field.getName() + ": " + of(inner));
                }
            }
            return "{" + String.join(", ", fields) + "}";
        }
        return String.valueOf(value);
    }

    private static List<String> entries(Map<?, ?> map) {
        return map.entrySet().stream()
                .map(e -> e.getKey() + ": " + of(e.getValue()))
                .toList();
    }

    /** True for a record with parts of its own; a weight is a record too, but one value. */
    static boolean isRule(Record record) {
        return !(record instanceof Fraction);
    }

    private static boolean isNothing(@Nullable Object value) {
        return value == null
                || (value instanceof Collection<?> c && c.isEmpty())
                || (value instanceof Map<?, ?> m && m.isEmpty())
                || Boolean.FALSE.equals(value)
                || (value instanceof Record r && isRule(r) && of(r).equals("{}"));
    }

    /** Equal in meaning: 150 and 150.0 are one mark. */
    static boolean same(@Nullable Object a, @Nullable Object b) {
        if (a instanceof BigDecimal x && b instanceof BigDecimal y) {
            return x.compareTo(y) == 0;
        }
        return Objects.equals(a, b);
    }

    /** True when some text inside the value equals {@code id}: how one asks whether a track mentions a category. */
    static boolean mentions(@Nullable Object value, String id) {
        if (value instanceof Record record && isRule(record)) {
            for (RecordComponent field : record.getClass().getRecordComponents()) {
                if (mentions(value(record, field), id)) {
                    return true;
                }
            }
            return false;
        }
        if (value instanceof Collection<?> list) {
            return list.stream().anyMatch(v -> mentions(v, id));
        }
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().anyMatch(v -> mentions(v, id));
        }
        return id.equals(value);
    }
}
