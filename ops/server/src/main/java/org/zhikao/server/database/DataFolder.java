package org.zhikao.server.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The folder of one embedded server: its cluster, its log, its passwords, and a lock that ends with our process. */
final class DataFolder implements AutoCloseable {
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();
    static final String CLUSTER = "postgres";
    private static final long LOG_LIMIT = 16L << 20;

    private final Path folder;
    private final FileChannel channel;

    private DataFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Makes the folder if need be and locks it. */
    static DataFolder lock(Path chosen) throws IOException {
        Path folder = chosen.toAbsolutePath().normalize();
        FileChannel channel;
        try {
            if (!Files.exists(folder)) {
                Files.createDirectories(folder);
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            folder = folder.toRealPath();
            // Asked first: closing a second channel on the file would free the lock this process holds on it.
            if (!OURS.add(folder)) {
                throw inUse(folder);
            }
            channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            OURS.remove(folder);
            throw new DatabaseRefused(
                    DatabaseRefused.Code.FOLDER_UNUSABLE,
                    "The data folder " + folder + " cannot be written; choose another one with --data.",
                    e);
        }
        if (channel.tryLock() == null) {
            channel.close();
            OURS.remove(folder);
            throw inUse(folder);
        }
        return new DataFolder(folder, channel);
    }

    private static DatabaseRefused inUse(Path folder) {
        return new DatabaseRefused(
                DatabaseRefused.Code.FOLDER_IN_USE,
                "The data folder " + folder + " is in use by another Zhikao; stop that one or choose another folder"
                        + " with --data.");
    }

    Path path() {
        return folder;
    }

    Path cluster() {
        return folder.resolve(CLUSTER);
    }

    /** Where the cluster is made: it gets its name when it is whole, so a kill in between leaves nothing half done. */
    Path unfinishedCluster() {
        return folder.resolve("postgres.new");
    }

    Path pidFile() {
        return cluster().resolve("postmaster.pid");
    }

    Path log() throws IOException {
        Path log = folder.resolve("postgres.log");
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(log, folder.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return log;
    }

    /** The passwords of owner and application: random, made once, readable by us alone. */
    Passwords passwords() throws IOException {
        Path file = folder.resolve("passwords");
        if (!Files.exists(file)) {
            Path fresh = folder.resolve("passwords.new");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, random() + "\n" + random() + "\n", StandardCharsets.US_ASCII);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
        if (lines.size() != 2) {
            throw new DatabaseRefused(
                    DatabaseRefused.Code.FOLDER_UNUSABLE,
                    "The file " + file + " must hold two lines, the passwords of owner and application.");
        }
        return new Passwords(lines.get(0), lines.get(1));
    }

    record Passwords(String owner, String application) {
        @Override
        public String toString() {
            return "Passwords[hidden]";
        }
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void close() throws IOException {
        channel.close(); // frees the lock
        OURS.remove(folder);
    }
}
