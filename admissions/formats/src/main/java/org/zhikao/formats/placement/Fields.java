package org.zhikao.formats.placement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one JSON object and collects an error for whatever has another type than it should. */
final class Fields {
    private final JsonNode node;
    private final String path;
    private final List<InputError> errors;

    private Fields(JsonNode node, String path, List<InputError> errors) {
        this.node = node;
        this.path = path;
        this.errors = errors;
    }

    /** An object; anything else is an error and reads as an empty one. */
    static Fields of(JsonNode node, String path, List<InputError> errors) {
        if (!node.isObject()) {
            errors.add(new InputError("WRONG_TYPE", path, "an object is needed here"));
            return new Fields(MissingNode.getInstance(), path, errors);
        }
        return new Fields(node, path, errors);
    }

    void only(Set<String> known) {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                error("UNKNOWN_FIELD", name, "no such field here");
            }
        });
    }

    void error(String code, String field, String message) {
        errors.add(new InputError(code, path + "/" + field.replace("~", "~0").replace("/", "~1"), message));
    }

    boolean has(String field) {
        return node.hasNonNull(field);
    }

    JsonNode get(String field) {
        return node.path(field);
    }

    String text(String field) {
        String text = optionalText(field);
        if (text == null) {
            error(has(field) ? "WRONG_TYPE" : "MISSING_FIELD", field, "a text is needed here");
            return "";
        }
        return text;
    }

    @Nullable
    String optionalText(String field) {
        JsonNode value = node.path(field);
        if (value.isTextual()) {
            if (value.textValue().isBlank()) {
                error("BLANK", field, "must not be blank");
            }
            return value.textValue();
        }
        if (has(field)) {
            error("WRONG_TYPE", field, "a text is needed here");
        }
        return null;
    }

    @Nullable
    Long optionalLong(String field) {
        JsonNode value = node.path(field);
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return value.longValue();
        }
        if (has(field)) {
            error("WRONG_TYPE", field, "a whole number is needed here");
        }
        return null;
    }

    int integer(String field, int otherwise, int least, int most) {
        Long value = optionalLong(field);
        if (value == null) {
            return otherwise;
        }
        if (value < least || value > most) {
            error(least == 0 && value < 0 ? "NEGATIVE" : "OUT_OF_RANGE", field, least + " to " + most);
            return otherwise;
        }
        return value.intValue();
    }

    boolean flag(String field, boolean otherwise) {
        JsonNode value = node.path(field);
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (has(field)) {
            error("WRONG_TYPE", field, "true or false is needed here");
        }
        return otherwise;
    }

    <E extends Enum<E>> @Nullable E choice(String field, Class<E> type) {
        String name = optionalText(field);
        if (name == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        error("UNKNOWN_VALUE", field, "one of " + List.of(type.getEnumConstants()));
        return null;
    }

    List<String> texts(String field) {
        return texts(node.path(field), field);
    }

    private List<String> texts(JsonNode array, String field) {
        List<String> texts = new ArrayList<>();
        if (array.isArray()) {
            for (int k = 0; k < array.size(); k++) {
                if (array.get(k).isTextual()) {
                    texts.add(array.get(k).textValue());
                } else {
                    error("WRONG_TYPE", field + "/" + k, "a text is needed here");
                }
            }
        } else if (!array.isMissingNode() && !array.isNull()) {
            error("WRONG_TYPE", field, "a list is needed here");
        }
        return texts;
    }

    List<List<String>> textLists(String field) {
        List<List<String>> lists = new ArrayList<>();
        for (JsonNode list : items(field)) {
            lists.add(texts(list, field + "/" + lists.size()));
        }
        return lists;
    }

    List<Long> longs(String field) {
        List<Long> longs = new ArrayList<>();
        for (JsonNode item : items(field)) {
            if (item.isIntegralNumber() && item.canConvertToLong()) {
                longs.add(item.longValue());
            } else {
                error("WRONG_TYPE", field + "/" + longs.size(), "a whole number is needed here");
            }
        }
        return longs;
    }

    List<JsonNode> items(String field) {
        JsonNode array = node.path(field);
        List<JsonNode> items = new ArrayList<>();
        if (array.isArray()) {
            array.forEach(items::add);
        } else if (has(field)) {
            error("WRONG_TYPE", field, "a list is needed here");
        }
        return items;
    }

    Map<String, Long> longsByName(String field) {
        Map<String, Long> map = new LinkedHashMap<>();
        JsonNode object = node.path(field);
        if (object.isObject()) {
            object.fields().forEachRemaining(e -> {
                if (e.getValue().isIntegralNumber() && e.getValue().canConvertToLong()) {
                    map.put(e.getKey(), e.getValue().longValue());
                } else {
                    error("WRONG_TYPE", field + "/" + e.getKey(), "a whole number is needed here");
                }
            });
        } else if (has(field)) {
            error("WRONG_TYPE", field, "an object is needed here");
        }
        return map;
    }
}
