package org.zhikao.formats.season;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.season.diff.RulesWords;
import org.zhikao.formats.season.SeasonField.Choice;
import org.zhikao.formats.season.SeasonField.Form;
import org.zhikao.formats.season.SeasonField.Words;

/** 方案大纲: a season file as fields, walked along the published schema; what the schema does not know does not appear. */
public final class SeasonOutline {
    private static final int LISTED = 2_000;

    private final SeasonSchema schema = SeasonSchema.get();

    private SeasonOutline() {}

    /** Everything in the file. */
    public static SeasonField of(JsonNode root) {
        return at(root, "");
    }

    /** The part of the file at a pointer, whether something stands there or not. */
    public static SeasonField at(JsonNode root, String pointer) {
        int cut = pointer.lastIndexOf('/');
        String key = cut < 0 ? "" : SeasonDraft.unescape(pointer.substring(cut + 1));
        JsonNode value = pointer.isEmpty() ? root : root.at(pointer);
        return new SeasonOutline().field(pointer, key, false, value.isMissingNode() ? null : value);
    }

    /** The field of an object, standing or not; empty where the schema knows none of that name. */
    static Optional<SeasonField> known(JsonNode root, String pointer) {
        int cut = pointer.lastIndexOf('/');
        JsonNode owner = SeasonSchema.get().form(pointer.substring(0, cut));
        String key = SeasonDraft.unescape(pointer.substring(cut + 1));
        if (!owner.path("properties").has(key)) {
            return Optional.empty();
        }
        boolean required = false;
        for (JsonNode one : owner.path("required")) {
            required |= one.asText().equals(key);
        }
        JsonNode value = root.at(pointer);
        return Optional.of(new SeasonOutline().field(pointer, key, required, value.isMissingNode() ? null : value));
    }

    private SeasonField field(String path, String key, boolean required, @Nullable JsonNode value) {
        JsonNode raw = schema.raw(path);
        JsonNode form = schema.form(path);
        Form how = form(raw, form);
        Words title = words(form.path("title").asText(key));
        return new SeasonField(
                path,
                key,
                name(path, key, title),
                words(raw.path("description").asText("")),
                how,
                required,
                nullable(raw) || nullable(form),
                choices(path, how, form),
                value,
                how.simple() ? List.of() : fields(path, how, form, value));
    }

    private List<SeasonField> fields(String path, Form how, JsonNode form, @Nullable JsonNode value) {
        List<SeasonField> fields = new ArrayList<>();
        if (how == Form.LIST) {
            for (int i = 0; value != null && value.isArray() && i < Math.min(LISTED, value.size()); i++) {
                fields.add(field(path + "/" + i, String.valueOf(i), false, value.get(i)));
            }
            return fields;
        }
        List<String> required = new ArrayList<>();
        form.path("required").forEach(r -> required.add(r.asText()));
        for (Map.Entry<String, JsonNode> p : form.path("properties").properties()) {
            String key = p.getKey();
            fields.add(field(path + "/" + key, key, required.contains(key), value == null ? null : value.get(key)));
        }
        return fields;
    }

    /** An entry of a list is called after its kind; a field after the word of the rules language. */
    private Words name(String path, String key, Words title) {
        if (path.isEmpty() || key.chars().allMatch(Character::isDigit)) {
            return title;
        }
        String owner = schema.definition(path.substring(0, path.lastIndexOf('/')));
        return new Words(RulesWords.chinese(owner, key), RulesWords.english(owner, key));
    }

    private static Form form(JsonNode raw, JsonNode form) {
        if (form.has("const")) {
            return Form.CONSTANT;
        }
        if (form.has("enum")) {
            return Form.CHOICE;
        }
        if (form.has("properties")) {
            return Form.OBJECT;
        }
        if (form.path("additionalProperties").isObject()) {
            return Form.TABLE;
        }
        if (form.has("items")) {
            JsonNode item = form.get("items");
            return item.has("enum") ? Form.CHOICES : item.has("$ref") ? Form.LIST : Form.TEXTS;
        }
        if (typed(raw, "boolean")) {
            return Form.YES_NO;
        }
        if (typed(raw, "integer")) {
            return Form.INTEGER;
        }
        if (raw.has("anyOf")) {
            return Form.DECIMAL;
        }
        String pattern = raw.path("pattern").asText("");
        return pattern.contains("T[0-9]") ? Form.DATE_TIME : pattern.startsWith("^[0-9]{4}-") ? Form.DATE : Form.TEXT;
    }

    private static boolean typed(JsonNode form, String type) {
        JsonNode said = form.path("type");
        for (JsonNode one : said) {
            if (one.asText().equals(type)) {
                return true;
            }
        }
        return said.asText().equals(type);
    }

    private static boolean nullable(JsonNode form) {
        boolean is = typed(form, "null");
        for (JsonNode one : form.path("anyOf")) {
            is |= typed(one, "null");
        }
        for (JsonNode one : form.path("enum")) {
            is |= one.isNull();
        }
        return is;
    }

    private List<Choice> choices(String path, Form how, JsonNode form) {
        if (how == Form.YES_NO) {
            return List.of(new Choice("true", new Words("是", "yes")), new Choice("false", new Words("否", "no")));
        }
        if (how != Form.CHOICE && how != Form.CHOICES) {
            return List.of();
        }
        List<Choice> choices = new ArrayList<>();
        for (JsonNode one :
                how == Form.CHOICE ? form.get("enum") : form.get("items").get("enum")) {
            if (!one.isNull()) {
                String key = path.substring(path.lastIndexOf('/') + 1);
                choices.add(new Choice(one.asText(), SeasonValues.of(key, one.asText())));
            }
        }
        return choices;
    }

    /** {@code 编号 · id}. */
    static Words words(String both) {
        int cut = both.indexOf(" · ");
        return cut < 0 ? new Words(both, both) : new Words(both.substring(0, cut), both.substring(cut + 3));
    }

    /** A new entry of a list: its id is the first that is free, all else is still to be said. */
    static JsonNode blank(JsonNode list, boolean hasId) {
        var entry = JsonNodeFactory.instance.objectNode();
        if (hasId) {
            int n = list.size() + 1;
            while (taken(list, "new-" + n)) {
                n++;
            }
            entry.put("id", "new-" + n);
        }
        return entry;
    }

    private static boolean taken(JsonNode list, String id) {
        for (JsonNode entry : list) {
            if (entry.path("id").asText().equals(id)) {
                return true;
            }
        }
        return false;
    }
}
