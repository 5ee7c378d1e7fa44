package org.zhikao.formats.placement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * 公开代号: what a candidate is called in the published tables of one run.
 *
 * <p>Who knows the dossier number finds the row; from the row nobody finds the dossier, as its number cannot be guessed. The
 * names of two runs have nothing in common.
 */
public final class PublicName {
    private static final int LENGTH = 16;

    private PublicName() {}

    /** The first 16 hexadecimal digits of SHA-256 over {@code run}, a line feed and the dossier number, in UTF-8. */
    public static String of(String run, String candidate) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] hash = digest.digest((run + "\n" + candidate).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
