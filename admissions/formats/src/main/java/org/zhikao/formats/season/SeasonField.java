package org.zhikao.formats.season;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 方案字段: one place of a season file as forms edit it and pages show it, with its name, help and choices from the published
 * schema.
 *
 * @param path JSON pointer of the place
 * @param help what the schema says of the field
 * @param nullable whether "not published" may stand here
 * @param value what stands here; null when nothing does
 * @param fields the fields of an object, or the entries of a list
 */
public record SeasonField(
        String path,
        String key,
        Words name,
        Words help,
        Form form,
        boolean required,
        boolean nullable,
        List<Choice> choices,
        @Nullable JsonNode value,
        List<SeasonField> fields) {
    /** 中英文用语. */
    public record Words(String chinese, String english) {
        public String in(boolean english) {
            return english ? english() : chinese;
        }
    }

    /** 可选值. */
    public record Choice(String code, Words words) {}

    /** 填写方式. */
    public enum Form {
        /** Never changes, such as the version of the format. */
        CONSTANT,
        TEXT,
        DECIMAL,
        INTEGER,
        YES_NO,
        CHOICE,
        DATE,
        DATE_TIME,
        /** Several texts. */
        TEXTS,
        /** Several of the choices. */
        CHOICES,
        /** Names with a mark each. */
        TABLE,
        OBJECT,
        LIST;

        public boolean simple() {
            return this != OBJECT && this != LIST;
        }
    }

    public SeasonField {
        choices = List.copyOf(choices);
        fields = List.copyOf(fields);
    }

    public boolean present() {
        return value != null;
    }

    /** 未公布: the place stands in the file and its value is not published. */
    public boolean unknown() {
        return value != null && value.isNull();
    }

    /** The value as a form field holds it: entries of a list with commas between, of a table one a line. */
    public String text() {
        if (value == null || value.isNull()) {
            return "";
        }
        if (value.isArray()) {
            List<String> items = new ArrayList<>();
            value.forEach(item -> items.add(plain(item)));
            return String.join(", ", items);
        }
        if (form == Form.TABLE) {
            List<String> lines = new ArrayList<>();
            for (Map.Entry<String, JsonNode> e : value.properties()) {
                lines.add(e.getKey() + " = " + (e.getValue().isNull() ? "" : plain(e.getValue())));
            }
            return String.join("\n", lines);
        }
        return plain(value);
    }

    /** Whether a choice is taken. */
    public boolean holds(String code) {
        if (value != null && value.isArray()) {
            for (JsonNode item : value) {
                if (item.asText().equals(code)) {
                    return true;
                }
            }
            return false;
        }
        return value != null && !value.isNull() && value.asText().equals(code);
    }

    /** The value in words: choices by their names. */
    public String said(boolean english) {
        if (choices.isEmpty()) {
            return text();
        }
        return String.join(
                english ? ", " : "、",
                choices.stream()
                        .filter(c -> holds(c.code()))
                        .map(c -> c.words().in(english))
                        .toList());
    }

    /** What an entry of a list is called: its name, else its id, else its first value. */
    public String entry() {
        for (String naming : List.of("name", "title", "enterprise", "id", "clause", "component", "by", "path")) {
            for (SeasonField f : fields) {
                if (f.key().equals(naming) && !f.text().isBlank()) {
                    return f.said(false);
                }
            }
        }
        return key;
    }

    private static String plain(JsonNode node) {
        return node.isNumber() ? node.decimalValue().toPlainString() : node.asText();
    }
}
