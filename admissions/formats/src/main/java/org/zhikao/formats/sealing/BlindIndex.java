package org.zhikao.formats.sealing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** 盲索引: finds a second registration with the same identity number without keeping the number. */
public final class BlindIndex {
    private static final int LENGTH = 16;
    private static final byte[] NAME = "name|v1|".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PREFIX = "id|v1|".getBytes(StandardCharsets.US_ASCII);

    private final byte[] key;

    /** The key lies outside the database: there are few enough identity numbers to try them all against a bare digest. */
    public BlindIndex(MasterKey master) {
        this.key = master.purpose("blind index of identity numbers");
    }

    /** Of a name in its stored form: the same person in a list that holds another number. */
    public byte[] of(PersonName name) {
        byte[] full = Hmac.sha256(key, NAME, name.value().getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(full, LENGTH);
    }

    public byte[] of(IdentityNumber number) {
        byte[] full = Hmac.sha256(key, PREFIX, number.value().getBytes(StandardCharsets.US_ASCII));
        return Arrays.copyOf(full, LENGTH);
    }
}
