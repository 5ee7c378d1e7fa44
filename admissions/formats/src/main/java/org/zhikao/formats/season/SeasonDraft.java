package org.zhikao.formats.season;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhikao.formats.season.SeasonField.Form;

/**
 * 方案草稿: a season file being written, field by field. What is entered is kept as it is, right or wrong; the findings say
 * what to write instead. Comments of a file are not kept.
 */
public final class SeasonDraft {
    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
    private static final Pattern BETWEEN = Pattern.compile("[,，、;；\\n]");
    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .build());

    private final ObjectNode root;

    private SeasonDraft(ObjectNode root) {
        this.root = root;
    }

    /** The draft of a file, or empty when it is no season file at all; {@link SeasonRulesReader} says why. */
    public static Optional<SeasonDraft> of(byte[] bytes) {
        JsonNode tree = SeasonRulesReader.read(bytes).content();
        return tree instanceof ObjectNode object ? Optional.of(new SeasonDraft(object)) : Optional.empty();
    }

    /** The text that the draft is stored and shown as. */
    public String yaml() {
        try {
            return YAML.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree is always writable", e);
        }
    }

    public SeasonReading reading() {
        return SeasonRulesReader.read(yaml().getBytes(StandardCharsets.UTF_8));
    }

    public String title() {
        return root.path("title").asText("");
    }

    public SeasonField at(String pointer) {
        return SeasonOutline.at(root, pointer);
    }

    /** Whether an object, a list or the whole file is at the pointer, so that a page can show it. */
    public boolean stands(String pointer) {
        JsonNode value = find(pointer);
        return value != null && value.isContainerNode() && !at(pointer).form().simple();
    }

    private @Nullable JsonNode find(String pointer) {
        if (!pointer.isEmpty() && !pointer.startsWith("/")) {
            return null;
        }
        JsonNode value = root.at(pointer);
        return value.isMissingNode() ? null : value;
    }

    /**
     * Enters what a form field holds. Empty means that the key is left out, or "not published" where the key must stand and
     * may be null. False when the schema has no such simple field.
     */
    public boolean enter(String pointer, String text) {
        int cut = pointer.lastIndexOf('/');
        if (cut < 0 || !(find(pointer.substring(0, cut)) instanceof ObjectNode owner)) {
            return false;
        }
        String key = unescape(pointer.substring(cut + 1));
        SeasonField field = SeasonOutline.known(root, pointer).orElse(null);
        if (field == null || !field.form().simple() || field.form() == Form.CONSTANT) {
            return false;
        }
        String said = text.replace("\r", "").strip();
        if (said.equals(field.text())) {
            return true;
        }
        if (said.isEmpty()) {
            if (field.nullable() && (field.required() || field.unknown())) {
                owner.putNull(key);
            } else {
                owner.remove(key);
            }
        } else {
            owner.set(key, node(field.form(), said));
        }
        return true;
    }

    private static JsonNode node(Form form, String said) {
        return switch (form) {
            case YES_NO ->
                said.equals("true") || said.equals("false")
                        ? NODES.booleanNode(said.equals("true"))
                        : NODES.textNode(said);
            case INTEGER ->
                WHOLE.matcher(said).matches() ? NODES.numberNode(Integer.parseInt(said)) : NODES.textNode(said);
            case DECIMAL -> decimal(said);
            case TEXTS, CHOICES -> {
                ArrayNode items = NODES.arrayNode();
                for (String item : BETWEEN.split(said, -1)) {
                    if (!item.isBlank()) {
                        items.add(item.strip());
                    }
                }
                yield items;
            }
            case TABLE -> {
                ObjectNode table = NODES.objectNode();
                for (String line : said.split("\n", -1)) {
                    int cut = line.lastIndexOf('=');
                    String value = cut < 0 ? "" : line.substring(cut + 1).strip();
                    String name = (cut < 0 ? line : line.substring(0, cut)).strip();
                    if (!name.isEmpty()) {
                        table.set(name, value.isEmpty() ? NODES.nullNode() : decimal(value));
                    }
                }
                yield table;
            }
            case CONSTANT, TEXT, CHOICE, DATE, DATE_TIME, OBJECT, LIST -> NODES.textNode(said);
        };
    }

    private static JsonNode decimal(String said) {
        return DECIMAL.matcher(said).matches() ? NODES.numberNode(new BigDecimal(said)) : NODES.textNode(said);
    }

    /** Appends a blank entry to a list, or makes an object that does not stand yet. The pointer of what was added, or empty. */
    public Optional<String> add(String pointer) {
        int cut = pointer.lastIndexOf('/');
        if (cut < 0 || !(find(pointer.substring(0, cut)) instanceof ObjectNode owner)) {
            return Optional.empty();
        }
        SeasonField field = SeasonOutline.known(root, pointer).orElse(null);
        String key = unescape(pointer.substring(cut + 1));
        if (field == null || field.form().simple()) {
            return Optional.empty();
        }
        if (field.form() == Form.OBJECT) {
            if (!owner.path(key).isObject()) {
                owner.set(key, NODES.objectNode());
            }
            return Optional.of(pointer);
        }
        ArrayNode list = owner.path(key) instanceof ArrayNode there ? there : owner.putArray(key);
        String entry = pointer + "/" + list.size();
        boolean named = at(entry).fields().stream().anyMatch(f -> f.key().equals("id"));
        list.add(SeasonOutline.blank(list, named));
        return Optional.of(entry);
    }

    /** Takes an entry, an object or a list away. */
    public boolean remove(String pointer) {
        int cut = pointer.lastIndexOf('/');
        if (cut < 0 || find(pointer) == null) {
            return false;
        }
        JsonNode owner = find(pointer.substring(0, cut));
        String key = unescape(pointer.substring(cut + 1));
        if (owner instanceof ArrayNode list) {
            return list.remove(Integer.parseInt(key)) != null;
        }
        return owner instanceof ObjectNode object && object.remove(key) != null;
    }

    /** Moves an entry of a list one place up, where order decides. */
    public boolean up(String pointer) {
        int cut = pointer.lastIndexOf('/');
        if (cut < 0 || find(pointer) == null || !(find(pointer.substring(0, cut)) instanceof ArrayNode list)) {
            return false;
        }
        int at = Integer.parseInt(pointer.substring(cut + 1));
        if (at < 1) {
            return false;
        }
        list.insert(at - 1, list.remove(at));
        return true;
    }

    /** Pointers from the whole file down to this place, for the way back. */
    public static List<String> way(String pointer) {
        List<String> way = new java.util.ArrayList<>(List.of(""));
        for (int cut = pointer.indexOf('/', 1); cut > 0; cut = pointer.indexOf('/', cut + 1)) {
            way.add(pointer.substring(0, cut));
        }
        if (!pointer.isEmpty()) {
            way.add(pointer);
        }
        return way;
    }

    static String unescape(String token) {
        return token.replace("~1", "/").replace("~0", "~");
    }
}
