package org.zhikao.server.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.zhikao.audit.ledger.NoteKey;
import org.zhikao.audit.ledger.NoteVerifier;

/**
 * The folder beside the database that holds what the database must not: the signing key, made once and readable by us alone;
 * its public half; and the last checkpoint, so that a database cut short is noticed.
 */
public final class LogFolder {
    private final Path folder;

    private LogFolder(Path folder) {
        this.folder = folder;
    }

    /** The folder {@code ledger} inside the data folder; nothing is made yet. */
    public static LogFolder in(Path data) {
        return new LogFolder(data.resolve("ledger"));
    }

    private Path secret() {
        return folder.resolve("key");
    }

    private Path open() {
        return folder.resolve("key.pub");
    }

    private Path checkpoint() {
        return folder.resolve("checkpoint");
    }

    /** The signing key; made under {@code name}, the origin of the log, when there is none yet. */
    public NoteKey key(String name) {
        try {
            if (!Files.exists(secret())) {
                make(name);
            }
            return NoteKey.parse(Files.readString(secret(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger's key in " + folder + " cannot be used", e);
        }
    }

    private void make(String name) throws IOException {
        Files.createDirectories(folder);
        NoteKey key = NoteKey.of(name, NoteKey.generator().generateKeyPair());
        Path fresh = folder.resolve("key.new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, key.text(), StandardCharsets.US_ASCII);
        Files.writeString(open(), key.verifier() + "\n", StandardCharsets.US_ASCII);
        Files.move(fresh, secret(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The public key, empty when this folder has never signed anything. */
    public Optional<NoteVerifier> verifier() {
        return read(open()).map(NoteVerifier::parse);
    }

    /** The last checkpoint that was committed. */
    public Optional<String> lastCheckpoint() {
        return read(checkpoint());
    }

    private static Optional<String> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file, StandardCharsets.UTF_8)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger's file " + file + " cannot be read", e);
        }
    }

    /** Keeps a committed checkpoint; a kill in between leaves the one before. */
    void keep(String note) {
        try {
            Path fresh = folder.resolve("checkpoint.new");
            Files.writeString(fresh, note, StandardCharsets.UTF_8);
            Files.move(fresh, checkpoint(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the checkpoint cannot be kept in " + folder, e);
        }
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
