package org.zhikao.formats.placement;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text as offices send it: UTF-8 with or without byte-order mark, or GB18030. */
final class TextBytes {
    static final Charset GB18030 = Charset.forName("GB18030");

    private TextBytes() {}

    static String decoded(byte[] bytes) throws CharacterCodingException {
        int from = bomLength(bytes);
        ByteBuffer text = ByteBuffer.wrap(bytes, from, bytes.length - from);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(text).toString();
        } catch (CharacterCodingException notUtf8) {
            // Strict again: bytes that are neither are refused, not replaced.
            text.position(from);
            return GB18030.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(text)
                    .toString();
        }
    }

    static int bomLength(byte[] bytes) {
        boolean bom =
                bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        return bom ? 3 : 0;
    }
}
