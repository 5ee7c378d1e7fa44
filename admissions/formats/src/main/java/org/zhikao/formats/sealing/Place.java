package org.zhikao.formats.sealing;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * 密封位置: where a sealed particular belongs. It is bound into the ciphertext, so one cannot be moved to another person,
 * event or field.
 *
 * @param subject the person, an opaque id
 * @param payloadType the stored name of the event
 * @param revision the event's revision
 * @param pointer JSON pointer of the field
 */
public record Place(String subject, String payloadType, String revision, String pointer) {
    public Place {
        if (!pointer.startsWith("/")) {
            throw new IllegalArgumentException("not a JSON pointer: " + pointer);
        }
    }

    /** Each part with its length before it: no two places have the same bytes. */
    byte[] bytes() {
        StringBuilder all = new StringBuilder();
        for (String part : List.of(subject, payloadType, revision, pointer)) {
            all.append(part.length()).append(':').append(part);
        }
        return all.toString().getBytes(StandardCharsets.UTF_8);
    }
}
