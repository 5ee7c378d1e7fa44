package org.zhikao.formats.season;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.zhikao.admissions.season.rules.Finding;

/** The published JSON Schema of season files, and its findings in words that say what to write instead. */
public final class SeasonSchema {
    public static final String RESOURCE = "/schemas/season.schema.json";

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private final JsonNode document;
    private final JsonSchema schema;

    private SeasonSchema(JsonNode document) {
        this.document = document;
        SchemaValidatorsConfig config =
                SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build();
        schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(document, config);
    }

    private static final class Holder {
        static final SeasonSchema INSTANCE = new SeasonSchema(load());

        private static JsonNode load() {
            try (InputStream in = Objects.requireNonNull(SeasonSchema.class.getResourceAsStream(RESOURCE))) {
                return new ObjectMapper().readTree(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public static SeasonSchema get() {
        return Holder.INSTANCE;
    }

    public JsonNode document() {
        return document;
    }

    /** One finding a place; a place that holds a wrong value is not blamed again for what lies above it. */
    List<Finding> check(JsonNode root) {
        Map<String, Finding> found = new LinkedHashMap<>();
        List<ValidationMessage> shallow = new ArrayList<>();
        for (ValidationMessage m : schema.validate(root)) {
            switch (m.getType()) {
                case "additionalProperties" -> {
                    String at = at(m) + "/" + escape(m.getProperty());
                    found.put(at, unknownKey(at(m), at, m.getProperty()));
                }
                case "required" -> {
                    String at = at(m) + "/" + escape(m.getProperty());
                    found.put(
                            at,
                            Finding.hard(
                                    at,
                                    "MISSING_KEY",
                                    "缺少 " + m.getProperty() + ":" + describe(at) + " · this key is required"));
                }
                default -> shallow.add(m);
            }
        }
        for (ValidationMessage m : shallow) {
            String at = at(m);
            boolean deeper = found.keySet().stream().anyMatch(p -> p.startsWith(at + "/"))
                    || shallow.stream().anyMatch(o -> at(o).startsWith(at + "/"));
            if (!deeper && !found.containsKey(at)) {
                found.put(at, value(m, at, root.at(at)));
            }
        }
        return List.copyOf(found.values());
    }

    private static String at(ValidationMessage m) {
        return m.getInstanceLocation().toString();
    }

    private Finding unknownKey(String parent, String at, String key) {
        if (HAN.matcher(key).find() || key.length() > 40) {
            return Finding.hard(
                    at,
                    "UNKNOWN_KEY",
                    "不认识的键 " + key + ":文字中有逗号或冒号时请给整段文字加引号 · unknown key: quote text that holds a comma or colon");
        }
        List<String> allowed = keys(parent);
        String near = Nearest.of(key, allowed);
        return Finding.hard(
                at,
                "UNKNOWN_KEY",
                "不认识的键 " + key
                        + (near.isEmpty() ? ",可用的键:" + String.join("、", allowed) : ",是否应为 " + near)
                        + " · unknown key" + (near.isEmpty() ? "" : ", did you mean " + near));
    }

    private Finding value(ValidationMessage m, String at, JsonNode value) {
        JsonNode form = form(at);
        String said = value.isContainerNode() ? "" : " " + CanonicalJson.text(value);
        if (m.getType().equals("oneOf")) {
            List<String> choices = new ArrayList<>();
            form.path("oneOf")
                    .forEach(o -> choices.add(o.path("required").path(0).asText()));
            String list = String.join("、", choices);
            return Finding.hard(at, "CHOOSE_ONE", "须且只须写其中一个:" + list + " · write exactly one of these keys");
        }
        if (form.has("enum")) {
            List<String> allowed = new ArrayList<>();
            form.get("enum").forEach(e -> allowed.add(e.asText()));
            String near = Nearest.of(value.asText(), allowed);
            return Finding.hard(
                    at,
                    "NOT_ALLOWED",
                    "不可写" + said + (near.isEmpty() ? "" : ",是否应为 " + near) + ",可写:" + String.join("、", allowed)
                            + " · not an allowed value");
        }
        String code = switch (m.getType()) {
            case "minimum", "maximum" -> "OUT_OF_BOUNDS";
            case "pattern", "const" -> "WRONG_FORM";
            case "minItems", "minProperties", "minLength" -> "EMPTY";
            default -> "WRONG_TYPE";
        };
        String quote = value.isNumber() && m.getType().equals("type") ? ",数字须加引号 (put it in quotes)" : "";
        return Finding.hard(
                at, code, "写法不对" + said + quote + "。应为:" + describe(at) + bounds(form) + " · does not fit this field");
    }

    private static String bounds(JsonNode form) {
        if (form.has("const")) {
            return ",写 " + form.get("const").asText();
        }
        JsonNode number = form.has("anyOf") ? form.get("anyOf").get(0) : form;
        String text = number.has("minimum") ? ",范围 " + number.get("minimum") + "–" + number.get("maximum") : "";
        return number.has("pattern") ? text + ",格式 " + number.get("pattern").asText() : text;
    }

    /** The field's description, from the schema. */
    String describe(String pointer) {
        JsonNode at = raw(pointer);
        return at.path("description").asText(form(pointer).path("title").asText(pointer));
    }

    private List<String> keys(String pointer) {
        List<String> keys = new ArrayList<>();
        form(pointer).path("properties").fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** The schema of the value at the pointer, references and "or null" followed. */
    JsonNode form(String pointer) {
        return follow(raw(pointer));
    }

    JsonNode raw(String pointer) {
        JsonNode at = document;
        for (String token :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
            JsonNode form = follow(at);
            String key = token.replace("~1", "/").replace("~0", "~");
            at = form.has("items") ? form.get("items") : form.path("properties").path(key);
            if (at.isMissingNode() && form.path("additionalProperties").isObject()) {
                at = form.get("additionalProperties");
            }
        }
        return at;
    }

    /** Which kind of record stands at the pointer. */
    String definition(String pointer) {
        JsonNode at = raw(pointer);
        String reference = "";
        while (at.has("$ref") || choice(at)) {
            reference = at.has("$ref") ? at.get("$ref").asText() : reference;
            at = at.has("$ref")
                    ? document.at(reference.substring(1))
                    : at.get("anyOf").get(0);
        }
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private JsonNode follow(JsonNode at) {
        JsonNode form = at;
        while (form.has("$ref") || choice(form)) {
            form = form.has("$ref")
                    ? document.at(form.get("$ref").asText().substring(1))
                    : form.get("anyOf").get(0);
        }
        return form;
    }

    /** "A thing or null": the thing. Decimals have two written forms and stay as they are. */
    private static boolean choice(JsonNode form) {
        return form.path("anyOf").path(0).has("$ref");
    }

    static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
