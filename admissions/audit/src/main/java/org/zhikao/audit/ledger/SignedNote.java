package org.zhikao.audit.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * 签名文本: a text, a blank line and one line a signature, as C2SP's signed-note says. Signatures of keys one does not know are
 * passed over; a signature that names a known key and does not hold makes the whole note void.
 *
 * @param body what is signed, ending in a newline
 */
public record SignedNote(String body, List<Line> signatures) {
    private static final String MARK = "\u2014 ";
    private static final int MOST_SIGNATURES = 100;

    /** 签名行: name, and base64 of key id and signature. */
    public record Line(String name, String value) {}

    public SignedNote {
        signatures = List.copyOf(signatures);
    }

    /** Reads a note; {@link IllegalArgumentException} for any other text. */
    public static SignedNote parse(String text) {
        int blank = text.lastIndexOf("\n\n");
        if (blank < 0
                || blank + 2 == text.length()
                || !text.endsWith("\n")
                || text.chars().anyMatch(c -> c < 0x20 && c != '\n')) {
            throw new IllegalArgumentException("not a signed note");
        }
        List<Line> lines = new ArrayList<>();
        for (String line : text.substring(blank + 2, text.length() - 1).split("\n", -1)) {
            int space = line.indexOf(' ', MARK.length());
            if (!line.startsWith(MARK) || space <= MARK.length() || space == line.length() - 1) {
                throw new IllegalArgumentException("not a signature line: " + line);
            }
            if (lines.size() == MOST_SIGNATURES) {
                throw new IllegalArgumentException("more than " + MOST_SIGNATURES + " signatures");
            }
            lines.add(new Line(line.substring(MARK.length(), space), line.substring(space + 1)));
        }
        return new SignedNote(text.substring(0, blank + 1), lines);
    }

    /** The body signed with one key. */
    public static SignedNote sign(String body, NoteKey key) {
        byte[] signature = key.sign(body.getBytes(StandardCharsets.UTF_8));
        byte[] value = new byte[4 + signature.length];
        System.arraycopy(key.verifier().id(), 0, value, 0, 4);
        System.arraycopy(signature, 0, value, 4, signature.length);
        return new SignedNote(
                body,
                List.of(new Line(key.verifier().name(), Base64.getEncoder().encodeToString(value))));
    }

    /** True when this key signed it. */
    public boolean signedBy(NoteVerifier key) {
        boolean signed = false;
        for (Line line : signatures) {
            byte[] value;
            try {
                value = Base64.getDecoder().decode(line.value());
            } catch (IllegalArgumentException e) {
                return false;
            }
            boolean known = line.name().equals(key.name())
                    && value.length > 4
                    && Arrays.equals(Arrays.copyOf(value, 4), key.id());
            if (known) {
                byte[] signature = Arrays.copyOfRange(value, 4, value.length);
                if (!key.verifies(body.getBytes(StandardCharsets.UTF_8), signature)) {
                    return false;
                }
                signed = true;
            }
        }
        return signed;
    }

    /** The text as it is stored and handed on. */
    public String text() {
        StringBuilder text = new StringBuilder(body).append('\n');
        signatures.forEach(l ->
                text.append(MARK).append(l.name()).append(' ').append(l.value()).append('\n'));
        return text.toString();
    }
}
