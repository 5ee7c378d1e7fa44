package org.zhikao.server.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** The making of a folder's cluster. It gets its name when it is whole, so a kill leaves nothing half done. */
record NewCluster(DataFolder folder, Binaries binaries, Unprivileged account) {

    /** An empty cluster with the owner's role only. */
    void fromNothing() throws IOException {
        Path cluster = emptied();
        Files.createDirectory(
                cluster, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        account.own(cluster);
        List<String> line = new ArrayList<>(account.command());
        // Through a pipe of the account's own: ours it may not open by name.
        line.addAll(List.of("/bin/sh", "-c", "cat | \"$@\"", "zhikao-initdb"));
        line.addAll(List.of(
                binaries.program("initdb").toString(),
                "--pgdata=" + EmbeddedServer.HERE,
                "--username=" + EmbeddedServer.OWNER,
                "--pwfile=/dev/stdin",
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // Code point order and Unicode case from the server itself: no index depends on this machine's libc.
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--data-checksums"));
        run(line, folder.passwords().owner() + "\n");
        Files.writeString(
                cluster.resolve("pg_hba.conf"),
                "host all all 127.0.0.1/32 scram-sha-256\n",
                StandardOpenOption.TRUNCATE_EXISTING);
        Files.move(cluster, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * A copy of {@code template}, in which nobody has a password, with the owner's password set.
     *
     * @param synced whether the copy must outlive a loss of power from its first moment
     */
    void from(Path template, boolean synced) throws IOException {
        Path cluster = emptied();
        Trees.copy(template, cluster, account);
        List<String> alone = new ArrayList<>(account.command());
        alone.addAll(
                List.of(binaries.program("postgres").toString(), "--single", "-D", EmbeddedServer.HERE, "postgres"));
        // Passwords are of the alphabet A-Z a-z 0-9 - _, so quoting is complete.
        run(
                alone,
                "ALTER ROLE " + EmbeddedServer.OWNER + " PASSWORD '"
                        + folder.passwords().owner() + "'\n");
        if (synced) {
            List<String> sync = new ArrayList<>(account.command());
            sync.addAll(
                    List.of(binaries.program("initdb").toString(), "--sync-only", "--pgdata=" + EmbeddedServer.HERE));
            run(sync, "");
        }
        Files.move(cluster, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path emptied() throws IOException {
        Path cluster = folder.unfinishedCluster();
        Trees.delete(cluster);
        return cluster;
    }

    private void run(List<String> line, String input) throws IOException {
        Process process = new ProcessBuilder(line)
                .directory(folder.unfinishedCluster().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
                .start();
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.US_ASCII));
        }
        int code = EmbeddedServer.await(process);
        if (code != 0) {
            throw new DatabaseRefused(
                    DatabaseRefused.Code.SERVER_NOT_STARTED,
                    "The embedded PostgreSQL could not be set up; it said: " + EmbeddedServer.said(folder, 0));
        }
    }
}
