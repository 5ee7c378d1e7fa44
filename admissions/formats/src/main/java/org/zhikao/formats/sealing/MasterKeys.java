package org.zhikao.formats.sealing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** Where a master key comes from. */
public final class MasterKeys {
    private static final Set<PosixFilePermission> OURS = PosixFilePermissions.fromString("rw-------");
    private static final byte[] NOTHING = {};

    private MasterKeys() {}

    /**
     * The key in {@code file}, made on first use, readable by its owner alone. Losing the file loses every particular:
     * the runbook says how it is kept.
     *
     * @throws IOException also when others may read the file, or when it is not a key file
     */
    public static MasterKey inFile(Path file) throws IOException {
        Entropy entropy = Entropy.secure();
        if (!Files.exists(file)) {
            create(file, entropy);
        }
        if (!Files.getPosixFilePermissions(file).equals(OURS)) {
            throw new IOException("the key file " + file + " must be readable by its owner alone (mode 600)");
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
        if (lines.size() != 2
                || !lines.get(0).startsWith("wrapping ")
                || !lines.get(1).startsWith("root ")) {
            throw new IOException("the key file " + file + " is not one of this program");
        }
        byte[] wrapping = decode(file, lines.get(0).substring("wrapping ".length()));
        byte[] root = decode(file, lines.get(1).substring("root ".length()));
        return new KeyPair(wrapping, root, entropy);
    }

    /** A key that follows from {@code entropy} alone: for a throw-away database and its seeded source. */
    public static MasterKey inMemory(Entropy entropy) {
        return new KeyPair(
                entropy.bytes(Gcm.KEY, "master wrapping", NOTHING),
                entropy.bytes(Gcm.KEY, "master root", NOTHING),
                entropy);
    }

    private static void create(Path file, Entropy entropy) throws IOException {
        Base64.Encoder text = Base64.getEncoder();
        String content = "wrapping " + text.encodeToString(entropy.bytes(Gcm.KEY, "master wrapping", NOTHING))
                + "\nroot " + text.encodeToString(entropy.bytes(Gcm.KEY, "master root", NOTHING)) + "\n";
        Path fresh = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                file.getFileName() + ".",
                "",
                PosixFilePermissions.asFileAttribute(OURS));
        try {
            Files.writeString(fresh, content, StandardCharsets.US_ASCII);
            // A link, not a move: of two programs that start together the second must not replace the first one's key.
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            // the other program's key is used
        } finally {
            Files.delete(fresh);
        }
    }

    private static byte[] decode(Path file, String text) throws IOException {
        try {
            byte[] key = Base64.getDecoder().decode(text);
            if (key.length == Gcm.KEY) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("the key file " + file + " is damaged", e);
        }
        throw new IOException("the key file " + file + " is damaged");
    }
}
