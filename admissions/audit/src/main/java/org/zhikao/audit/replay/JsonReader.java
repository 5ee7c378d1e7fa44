package org.zhikao.audit.replay;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** RFC 8259 over UTF-8 bytes, strict: no duplicate names, no lone surrogates, no broken UTF-8, nothing after the value. */
final class JsonReader {
    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 64;

    private final byte[] in;
    private int at;
    private int depth;

    JsonReader(byte[] in) {
        this.in = in;
    }

    Json document() {
        Json value = value();
        space();
        if (at != in.length) {
            throw fault("something after the value");
        }
        return value;
    }

    private Json value() {
        space();
        byte first = peek();
        switch (first) {
            case '{':
                return nested(true);
            case '[':
                return nested(false);
            case '"':
                return new Json(string());
            case 't':
                return word("true", Boolean.TRUE);
            case 'f':
                return word("false", Boolean.FALSE);
            case 'n':
                return nothing();
            default:
                if (first == '-' || digit(first)) {
                    return number();
                }
                throw fault("no value");
        }
    }

    private Json nested(boolean object) {
        if (++depth > DEEPEST) {
            throw fault("nested too deeply");
        }
        Json read = object ? object() : array();
        depth--;
        return read;
    }

    private Json object() {
        Map<String, Json> fields = new LinkedHashMap<>();
        at++;
        space();
        if (peek() == '}') {
            at++;
            return new Json(fields);
        }
        while (true) {
            space();
            if (peek() != '"') {
                throw fault("no field name");
            }
            String name = string();
            space();
            take(':');
            if (fields.put(name, value()) != null) {
                throw fault("field twice: " + name);
            }
            space();
            if (peek() == '}') {
                at++;
                return new Json(fields);
            }
            take(',');
        }
    }

    private Json array() {
        List<Json> elements = new ArrayList<>();
        at++;
        space();
        if (peek() == ']') {
            at++;
            return new Json(elements);
        }
        while (true) {
            elements.add(value());
            space();
            if (peek() == ']') {
                at++;
                return new Json(elements);
            }
            take(',');
        }
    }

    private Json nothing() {
        word("null", Boolean.FALSE);
        return new Json(null);
    }

    private Json word(String word, Boolean meaning) {
        for (int i = 0; i < word.length(); i++) {
            take(word.charAt(i));
        }
        return new Json(meaning);
    }

    private Json number() {
        int from = at;
        if (peek() == '-') {
            at++;
        }
        int digits = at;
        digits();
        if (in[digits] == '0' && at - digits > 1) {
            throw fault("number with a leading zero");
        }
        boolean whole = true;
        if (at < in.length && in[at] == '.') {
            whole = false;
            at++;
            digits();
        }
        if (at < in.length && (in[at] == 'e' || in[at] == 'E')) {
            whole = false;
            at++;
            if (at < in.length && (in[at] == '+' || in[at] == '-')) {
                at++;
            }
            digits();
        }
        if (at - from > LONGEST_NUMBER) {
            throw fault("number too long");
        }
        String text = new String(in, from, at - from, StandardCharsets.US_ASCII);
        try {
            return new Json(whole ? (Object) Long.valueOf(Long.parseLong(text)) : new BigDecimal(text));
        } catch (NumberFormatException e) {
            throw fault("number out of range: " + text);
        }
    }

    private void digits() {
        int from = at;
        while (at < in.length && digit(in[at])) {
            at++;
        }
        if (at == from) {
            throw fault("no digit");
        }
    }

    private static boolean digit(byte b) {
        return b >= '0' && b <= '9';
    }

    private String string() {
        int from = ++at;
        boolean ascii = true;
        while (true) {
            byte b = peek();
            if (b == '"') {
                String text = decode(from, at, ascii);
                at++;
                return text;
            }
            if (b == '\\') {
                return escaped(from);
            }
            if (b >= 0 && b < 0x20) {
                throw fault("control character in a text");
            }
            ascii &= b > 0;
            at++;
        }
    }

    /** The slow way, from the first escape on. */
    private String escaped(int from) {
        StringBuilder text = new StringBuilder(decode(from, at, false));
        while (true) {
            int plain = at;
            while (peek() != '"' && peek() != '\\') {
                if (peek() >= 0 && peek() < 0x20) {
                    throw fault("control character in a text");
                }
                at++;
            }
            text.append(decode(plain, at, false));
            if (in[at++] == '"') {
                wellFormed(text);
                return text.toString();
            }
            text.append(escape());
        }
    }

    private char escape() {
        byte b = peek();
        at++;
        switch (b) {
            case '"', '\\', '/':
                return (char) b;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u':
                int unit = 0;
                for (int i = 0; i < 4; i++, at++) {
                    int hex = Character.digit(peek(), 16);
                    if (hex < 0) {
                        throw fault("broken escape");
                    }
                    unit = unit << 4 | hex;
                }
                return (char) unit;
            default:
                throw fault("unknown escape");
        }
    }

    private void wellFormed(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw fault("lone surrogate");
            }
        }
    }

    private String decode(int from, int to, boolean ascii) {
        if (ascii) {
            return new String(in, from, to - from, StandardCharsets.ISO_8859_1);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(in, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw fault("broken UTF-8");
        }
    }

    private void space() {
        while (at < in.length && (in[at] == ' ' || in[at] == '\n' || in[at] == '\r' || in[at] == '\t')) {
            at++;
        }
    }

    private byte peek() {
        if (at >= in.length) {
            throw fault("ends too early");
        }
        return in[at];
    }

    private void take(char expected) {
        if (peek() != expected) {
            throw fault("expected " + expected);
        }
        at++;
    }

    private Unreadable fault(String what) {
        return new Unreadable(what + " at byte " + at);
    }
}
