package org.zhikao.server.database;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL server that lives exactly as long as this process.
 *
 * <p>Between us and the server stands a shell that reads from a pipe only we hold open. However we end, also by
 * {@code kill -9}, the pipe closes and the shell stops the server, so nothing is left to block the next start.
 */
final class EmbeddedServer implements AutoCloseable {
    /** The owner of all tables; the application connects as another role. */
    static final String OWNER = "zhikao";

    private static final Duration STOP = Duration.ofSeconds(60);
    private static final int PORT_TRIES = 5;

    /**
     * The server's own folder as its working directory, under the one name that needs no right to pass through the
     * folders above it: so data may lie below a home that is closed to the account running the server.
     */
    static final String HERE = "/proc/self/cwd";

    /** $1 is a folder to delete at the end, or empty; the rest is the server's command line. */
    private static final String SUPERVISOR = """
            throwaway=$1; shift
            exec 3<&0
            "$@" </dev/null 3<&- & server=$!
            { read -r _ <&3; kill -INT "$server"; } 2>/dev/null & watch=$!
            wait "$server"; code=$?
            kill "$watch" 2>/dev/null
            if [ -n "$throwaway" ]; then cd / && rm -rf -- "$throwaway"; fi
            exit "$code"
            """;

    private final DataFolder folder;
    private final boolean throwaway;
    private final Process process;
    private final int port;
    private volatile boolean closing;

    private EmbeddedServer(DataFolder folder, boolean throwaway, Process process, int port) {
        this.folder = folder;
        this.throwaway = throwaway;
        this.process = process;
        this.port = port;
    }

    /** How a folder that holds no cluster yet comes by one. */
    enum Origin {
        /** By {@code initdb}. */
        INITDB,
        /** As a copy of the {@link ClusterTemplate}. */
        TEMPLATE
    }

    static EmbeddedServer kept(Path folder, Origin origin, Map<String, String> environment) throws IOException {
        return start(DataFolder.lock(folder), false, origin, environment);
    }

    static EmbeddedServer throwaway(Map<String, String> environment) throws IOException {
        Path folder = Files.createTempDirectory("zhikao-throwaway-");
        return start(DataFolder.lock(folder), true, Origin.TEMPLATE, environment);
    }

    private static EmbeddedServer start(
            DataFolder folder, boolean throwaway, Origin origin, Map<String, String> environment) throws IOException {
        try {
            Binaries binaries = Binaries.unpacked(environment);
            Unprivileged account = Unprivileged.forData(folder.cluster());
            if (throwaway) {
                account.own(folder.path()); // the supervisor deletes it
            }
            if (!Files.exists(folder.cluster())) {
                NewCluster fresh = new NewCluster(folder, binaries, account);
                switch (origin) {
                    case INITDB -> fresh.fromNothing();
                    case TEMPLATE -> fresh.from(ClusterTemplate.ready(binaries, account, environment), !throwaway);
                }
            }
            refuseOtherVersion(folder);
            Leftover.stop(folder.cluster());
            for (int attempt = 1; ; attempt++) {
                int port = freePort();
                long logFrom = Files.exists(folder.log()) ? Files.size(folder.log()) : 0;
                Process process = launch(folder, throwaway, binaries, account, port);
                if (ready(process, folder.pidFile())) {
                    return new EmbeddedServer(folder, throwaway, process, port);
                }
                String said = said(folder, logFrom);
                // Between our asking for a free port and the server's taking it another program may have come.
                if (attempt == PORT_TRIES || !said.contains("could not bind")) {
                    throw new DatabaseRefused(
                            DatabaseRefused.Code.SERVER_NOT_STARTED,
                            "The embedded PostgreSQL did not start; it said: " + said);
                }
            }
        } catch (IOException | RuntimeException e) {
            folder.close();
            if (throwaway) {
                Trees.delete(folder.path());
            }
            throw e;
        }
    }

    private static void refuseOtherVersion(DataFolder folder) throws IOException {
        String version =
                Files.readString(folder.cluster().resolve("PG_VERSION")).strip();
        if (!version.equals("17")) {
            throw new DatabaseRefused(
                    DatabaseRefused.Code.SERVER_TOO_OLD,
                    "The data in " + folder.cluster() + " were written by PostgreSQL " + version
                            + " and this release brings 17; carry them over as the runbook says.");
        }
    }

    private static Process launch(
            DataFolder folder, boolean throwaway, Binaries binaries, Unprivileged account, int port)
            throws IOException {
        List<String> line = new ArrayList<>(account.command());
        line.addAll(List.of(
                "/bin/sh",
                "-c",
                SUPERVISOR,
                "zhikao-postgres",
                throwaway ? folder.path().toString() : ""));
        line.addAll(List.of(binaries.program("postgres").toString(), "-D", HERE));
        line.addAll(Settings.commandLine(port));
        File log = folder.log().toFile();
        return new ProcessBuilder(line)
                .directory(folder.cluster().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    /** The server writes its state into the last line of its pid file. Recovery after a crash may take minutes. */
    private static boolean ready(Process process, Path pidFile) throws IOException {
        while (process.isAlive()) {
            try {
                List<String> lines = Files.readAllLines(pidFile);
                if (lines.size() >= 8 && lines.get(7).startsWith("ready")) {
                    return true;
                }
            } catch (NoSuchFileException e) {
                // not yet written: ask again
            }
            pause(10);
        }
        return false;
    }

    void whenLost(Runnable told) {
        process.onExit().thenRun(() -> {
            if (!closing) {
                told.run();
            }
        });
    }

    Path folder() {
        return folder.path();
    }

    int port() {
        return port;
    }

    DataFolder.Passwords passwords() throws IOException {
        return folder.passwords();
    }

    @Override
    public void close() throws IOException {
        closing = true;
        try {
            process.getOutputStream().close(); // the supervisor stops the server
            if (!exited(STOP)) {
                Leftover.stop(folder.cluster());
            }
        } finally {
            folder.close();
            if (throwaway) {
                Trees.delete(folder.path());
            }
        }
    }

    private boolean exited(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static String said(DataFolder folder, long from) throws IOException {
        byte[] log = Files.readAllBytes(folder.log());
        int start = (int) Math.max(Math.min(from, log.length), log.length - 600L);
        return new String(log, start, log.length - start, StandardCharsets.UTF_8)
                .strip()
                .replaceAll("\\s+", " ");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static int await(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
            throw new IOException("interrupted while waiting for a program", e);
        }
    }

    static void pause(long milliseconds) throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the database", e);
        }
    }
}
