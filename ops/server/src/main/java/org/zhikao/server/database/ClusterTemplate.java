package org.zhikao.server.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A stopped cluster of this release, all migrations done, nobody's password set, from which databases that are thrown
 * away or only shown are copied. It is made once for a machine, an account, a server's programs and a schema, and lies
 * beside the unpacked programs. A database for real use never comes from it: what stands in a cache is not evidence.
 */
final class ClusterTemplate {
    private static final String PREFIX = "cluster-";
    /** Whatever no run has copied for so long belongs to a release that is gone. */
    private static final Duration UNUSED = Duration.ofDays(30);

    private ClusterTemplate() {}

    /** The folder of the template, which is made now if this is the first run that asks. */
    static synchronized Path ready(Binaries binaries, Unprivileged account, Map<String, String> environment)
            throws IOException {
        Path cache = Binaries.cache(environment);
        Path template = cache.resolve(PREFIX + account.uid() + "-" + binaries.name() + "-"
                + SchemaFingerprint.ofThisRelease().substring(0, 16));
        if (!Files.isDirectory(template)) {
            try (FileChannel channel = FileChannel.open(
                            cache.resolve("cluster.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock alone = channel.lock()) {
                if (alone.isValid() && !Files.isDirectory(template)) {
                    sweep(cache);
                    make(template, environment);
                }
            }
        }
        Files.setLastModifiedTime(template, FileTime.from(Instant.now()));
        return template;
    }

    private static void make(Path template, Map<String, String> environment) throws IOException {
        Path workshop = Files.createTempDirectory(template.getParent(), PREFIX + "unfinished-");
        try {
            try (EmbeddedServer server = EmbeddedServer.kept(workshop, EmbeddedServer.Origin.INITDB, environment)) {
                Database.migrated(server);
                withoutPasswords(server);
            } catch (SQLException e) {
                throw new DatabaseRefused(
                        DatabaseRefused.Code.SCHEMA_FAILED,
                        "The template of databases could not be made: " + e.getMessage(),
                        e);
            }
            Files.move(workshop.resolve(DataFolder.CLUSTER), template, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Trees.delete(workshop);
        }
    }

    private static void withoutPasswords(EmbeddedServer server) throws SQLException, IOException {
        try (Connection owner = Database.ownerOf(server).connect();
                Statement statement = owner.createStatement()) {
            for (String role : List.of(Roles.APPLICATION, EmbeddedServer.OWNER)) {
                statement.execute("ALTER ROLE " + role + " PASSWORD NULL");
            }
        }
    }

    /** What killed runs left unfinished, and what nobody has used for long. Called under the lock. */
    private static void sweep(Path cache) throws IOException {
        List<Path> clusters;
        try (Stream<Path> all = Files.list(cache)) {
            clusters = all.filter(path -> path.getFileName().toString().startsWith(PREFIX) && Files.isDirectory(path))
                    .toList();
        }
        FileTime oldest = FileTime.from(Instant.now().minus(UNUSED));
        for (Path cluster : clusters) {
            boolean unfinished = cluster.getFileName().toString().startsWith(PREFIX + "unfinished-");
            if (unfinished || Files.getLastModifiedTime(cluster).compareTo(oldest) < 0) {
                Trees.delete(cluster);
            }
        }
    }
}
