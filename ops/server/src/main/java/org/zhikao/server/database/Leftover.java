package org.zhikao.server.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A server that a killed run left behind. We hold the folder's lock, so whatever still works on its cluster is nobody's.
 */
final class Leftover {
    private static final int GRACE = 100;
    private static final int STEP = 100;

    private Leftover() {}

    /** Stops a server that still works on {@code cluster}; a pid file that names another process is removed. */
    static void stop(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        Optional<Long> running = running(pidFile, cluster);
        // It may be stopping already; then asked to (its clients are dead), then made to: facts survive both.
        for (String signal : List.of("", "-INT", "-QUIT")) {
            if (running.isEmpty()) {
                Files.deleteIfExists(pidFile);
                return;
            }
            if (!signal.isEmpty()) {
                EmbeddedServer.await(
                        new ProcessBuilder("/bin/sh", "-c", "kill " + signal + " " + running.get()).start());
            }
            int patience = signal.isEmpty() ? GRACE / 5 : GRACE;
            for (int i = 0; i < patience && running.isPresent(); i++) {
                EmbeddedServer.pause(STEP);
                running = running(pidFile, cluster);
            }
        }
        if (running.isEmpty()) {
            Files.deleteIfExists(pidFile);
            return;
        }
        throw new DatabaseRefused(
                DatabaseRefused.Code.SERVER_NOT_STOPPED,
                "A PostgreSQL of an earlier run, process " + running.get()
                        + ", does not stop; end it by hand and start again.");
    }

    /** The process in the pid file, if it is alive and works in this cluster: numbers are used again. */
    private static Optional<Long> running(Path pidFile, Path cluster) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(pidFile);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if (lines.isEmpty() || !lines.get(0).matches("[0-9]{1,9}")) {
            return Optional.empty();
        }
        long pid = Long.parseLong(lines.get(0));
        try {
            Path works = Files.readSymbolicLink(Path.of("/proc", String.valueOf(pid), "cwd"));
            return works.equals(cluster.toRealPath()) ? Optional.of(pid) : Optional.empty();
        } catch (NoSuchFileException | AccessDeniedException e) {
            return Optional.empty(); // ended, or another user's: not ours
        }
    }
}
