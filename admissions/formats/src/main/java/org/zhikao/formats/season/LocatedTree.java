package org.zhikao.formats.season;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;

/**
 * The file as a tree that knows the line of every value. Numbers keep every digit, keys are unique, and nothing that YAML
 * can do beyond JSON is accepted: no anchors, aliases, tags, merge keys or second documents.
 */
final class LocatedTree {
    /** A season file of a large province has some hundred kilobytes; far more is not one. */
    static final int MAX_BYTES = 2 << 20;

    private static final int MAX_DEPTH = 40;
    private static final int MAX_NUMBER = 30;

    private final JsonNode root;
    private final Map<String, Integer> lines;

    private LocatedTree(JsonNode root, Map<String, Integer> lines) {
        this.root = root;
        this.lines = lines;
    }

    JsonNode root() {
        return root;
    }

    /** Line of the value at the pointer, or of its nearest ancestor that stands in the file. */
    int line(String pointer) {
        String at = pointer;
        while (true) {
            Integer line = lines.get(at);
            if (line != null) {
                return line;
            }
            int cut = at.lastIndexOf('/');
            if (cut < 0) {
                return 1;
            }
            at = at.substring(0, cut);
        }
    }

    static LocatedTree parse(byte[] bytes) throws Unusable {
        if (bytes.length > MAX_BYTES) {
            throw unusable(
                    1, "", "FILE_TOO_LARGE", "文件超过 2 MB,不是方案文件 · the file is larger than 2 MB; a season file is not");
        }
        String text = decode(bytes);
        if (text.isBlank()) {
            throw unusable(1, "", "FILE_EMPTY", "文件为空 · the file is empty");
        }
        boolean json = text.stripLeading().startsWith("{");
        try (JsonParser parser = (json ? json() : yaml()).createParser(text)) {
            LocatedTree tree = new Builder(parser).build();
            if (!json) {
                tree.refuseAnchors(text);
            }
            return tree;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw unusable(
                    line,
                    "",
                    "SYNTAX",
                    (json ? "JSON" : "YAML")
                            + " 语法错误,请检查本行的缩进、引号和冒号 · syntax error: check indentation, quotes and colons here");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The parser tells of anchors on mappings and of what refers to them; one on a plain value is only seen here. */
    private void refuseAnchors(String text) throws Unusable {
        try {
            for (Event event : new Yaml(bounds()).parse(new StringReader(text))) {
                if (event instanceof NodeEvent node && node.getAnchor() != null) {
                    int line = event.getStartMark().getLine() + 1;
                    String at = lines.entrySet().stream()
                            .filter(e -> e.getValue() == line)
                            .map(Map.Entry::getKey)
                            .max(Comparator.comparingInt(String::length))
                            .orElse("");
                    throw unusable(line, at, "ANCHOR", Builder.NO_ANCHORS);
                }
            }
        } catch (YAMLException e) {
            throw unusable(1, "", "SYNTAX", "文件不能按 YAML 读取 · the file cannot be read as YAML");
        }
    }

    private static JsonFactory json() {
        return JsonFactory.builder().streamReadConstraints(limits()).build();
    }

    private static YAMLFactory yaml() {
        return YAMLFactory.builder()
                .loaderOptions(bounds())
                .streamReadConstraints(limits())
                .build();
    }

    private static LoaderOptions bounds() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_BYTES);
        options.setNestingDepthLimit(MAX_DEPTH);
        return options;
    }

    private static StreamReadConstraints limits() {
        return StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxNumberLength(MAX_NUMBER)
                .build();
    }

    private static String decode(byte[] bytes) throws Unusable {
        int from = bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF
                ? 3
                : 0;
        ByteBuffer buffer = ByteBuffer.wrap(bytes, from, bytes.length - from);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(buffer)
                    .toString();
        } catch (CharacterCodingException e) {
            int line = 1;
            for (int i = 0; i < buffer.position() + from && i < bytes.length; i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw unusable(line, "", "ENCODING", "文件不是 UTF-8 编码,请另存为 UTF-8 · the file is not UTF-8; save it as UTF-8");
        }
    }

    static Unusable unusable(int line, String path, String code, String message) {
        return new Unusable(LocatedFinding.hard(line, path, code, message));
    }

    /** Builds the tree by recursive descent; depth is bounded by the parser's constraints. */
    private static final class Builder {
        private static final String NO_ANCHORS =
                "不允许锚点、别名和标签(& * !),请把内容完整写出 · anchors, aliases and tags are refused; write the value out";
        private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

        private final JsonParser parser;
        private final Map<String, Integer> lines = new HashMap<>();

        Builder(JsonParser parser) {
            this.parser = parser;
        }

        LocatedTree build() throws IOException, Unusable {
            JsonToken first = parser.nextToken();
            JsonNode root = value(first, "");
            if (!root.isObject()) {
                throw unusable(1, "", "NOT_A_MAPPING", "文件须以键值开头,如 schema: · the file must be a mapping of keys");
            }
            if (parser.nextToken() != null) {
                throw unusable(
                        line(), "", "SECOND_DOCUMENT", "一个文件只写一个方案 · one file holds one season, no second document");
            }
            return new LocatedTree(root, lines);
        }

        private int line() {
            return Math.max(1, parser.currentTokenLocation().getLineNr());
        }

        private JsonNode value(JsonToken token, String path) throws IOException, Unusable {
            refuseAnchors(path);
            lines.putIfAbsent(path, line());
            return switch (token) {
                case START_OBJECT -> object(path);
                case START_ARRAY -> {
                    var array = NODES.arrayNode();
                    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
                        array.add(value(t, path + "/" + array.size()));
                    }
                    yield array;
                }
                case VALUE_NULL -> NODES.nullNode();
                case VALUE_TRUE -> NODES.booleanNode(true);
                case VALUE_FALSE -> NODES.booleanNode(false);
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(path);
                default -> string(path);
            };
        }

        private JsonNode string(String path) throws IOException, Unusable {
            String text = parser.getText();
            if (text == null) {
                throw unusable(line(), path, "SYNTAX", "此处无法读取 · this value cannot be read");
            }
            return NODES.textNode(text);
        }

        private JsonNode number(String path) throws IOException, Unusable {
            String text = parser.getText().replace("_", "");
            try {
                BigDecimal value = new BigDecimal(text);
                if (text.length() <= MAX_NUMBER && Math.abs(value.scale()) <= MAX_NUMBER) {
                    return whole(text) ? NODES.numberNode(value.longValueExact()) : NODES.numberNode(value);
                }
            } catch (NumberFormatException e) {
                // Hexadecimal, octal, .inf and .nan are numbers to YAML and not to an exam office.
                throw unusable(line(), path, "NOT_A_NUMBER", "不是十进制数:" + text + " · not a decimal number");
            }
            throw unusable(line(), path, "NOT_A_NUMBER", "数字过长 · the number is too long");
        }

        private static boolean whole(String text) {
            return text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '-');
        }

        private ObjectNode object(String path) throws IOException, Unusable {
            ObjectNode node = NODES.objectNode();
            for (JsonToken t = parser.nextToken(); t != JsonToken.END_OBJECT; t = parser.nextToken()) {
                refuseAnchors(path);
                String key = parser.currentName();
                int line = line();
                String at = path + "/" + key.replace("~", "~0").replace("/", "~1");
                if (node.has(key)) {
                    throw unusable(
                            line,
                            at,
                            "DUPLICATE_KEY",
                            "同一处写了两次 " + key + ",请删去一个 · the key stands twice here; keep one");
                }
                lines.put(at, line);
                node.set(key, value(parser.nextToken(), at));
            }
            return node;
        }

        private void refuseAnchors(String path) throws IOException, Unusable {
            boolean alias = parser instanceof YAMLParser yaml && yaml.isCurrentAlias();
            if (alias || parser.getObjectId() != null || parser.getTypeId() != null) {
                throw unusable(line(), path, "ANCHOR", NO_ANCHORS);
            }
        }
    }
}
