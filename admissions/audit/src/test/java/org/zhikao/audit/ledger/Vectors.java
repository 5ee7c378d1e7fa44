package org.zhikao.audit.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import org.zhikao.audit.replay.Json;

/** Published test vectors, as data; unsigned numbers beyond Java's are written as their negative twins. */
final class Vectors {
    static final Json ALL = read();

    private Vectors() {}

    private static Json read() {
        try (InputStream in = Vectors.class.getResourceAsStream("/ledger/merkle.json")) {
            if (in == null) {
                throw new IllegalStateException("the vectors are not on the class path");
            }
            return Json.read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Hash> hexes(Json of, String field) {
        return of.texts(field).stream().map(Hash::ofHex).toList();
    }

    static byte[] base64(Json of, String field) {
        return Base64.getDecoder().decode(of.text(field));
    }
}
