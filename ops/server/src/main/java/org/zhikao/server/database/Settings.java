package org.zhikao.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The embedded server's settings, given on its command line so that a release changes them without touching data. */
final class Settings {
    private static final long MEGABYTE = 1L << 20;
    private static final Path MEMORY = Path.of("/proc/meminfo");

    private Settings() {}

    static List<String> commandLine(int port) throws IOException {
        List<String> line = new ArrayList<>();
        all(port, memoryInMegabytes()).forEach((name, value) -> {
            line.add("-c");
            line.add(name + "=" + value);
        });
        return line;
    }

    static Map<String, String> all(int port, long memory) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("port", String.valueOf(port));
        all.put("listen_addresses", "127.0.0.1");
        all.put("unix_socket_directories", "");
        all.put("max_connections", "64");
        // Durability: a command that was answered is on the disk. Never loosened, in no mode.
        all.put("fsync", "on");
        all.put("synchronous_commit", "on");
        all.put("full_page_writes", "on");
        // Memory: an eighth of the machine up to 1 GB, the application needs the rest.
        all.put("shared_buffers", Math.max(64, Math.min(1024, memory / 8)) + "MB");
        all.put("effective_cache_size", Math.max(128, memory / 2) + "MB");
        all.put("work_mem", "16MB");
        all.put("maintenance_work_mem", Math.max(64, Math.min(256, memory / 32)) + "MB");
        // Imports write much at once: checkpoints by time rather than by volume, spread out.
        all.put("max_wal_size", "4GB");
        all.put("min_wal_size", "256MB");
        all.put("wal_buffers", "16MB");
        all.put("checkpoint_timeout", "15min");
        all.put("checkpoint_completion_target", "0.9");
        all.put("wal_level", "replica");
        // Flash storage; statements are short, so neither compiling nor spreading them over processes pays.
        all.put("random_page_cost", "1.1");
        all.put("effective_io_concurrency", "64");
        all.put("jit", "off");
        all.put("max_parallel_workers_per_gather", "0");
        // Tables grow from nothing to millions of rows within minutes: statistics must follow.
        all.put("autovacuum_naptime", "10s");
        all.put("autovacuum_analyze_scale_factor", "0.05");
        all.put("password_encryption", "scram-sha-256");
        all.put("timezone", "UTC");
        all.put("log_timezone", "UTC");
        all.put("lc_messages", "C");
        all.put("log_min_duration_statement", "2s");
        all.put("log_lock_waits", "on");
        // Statements may carry what must not be in a log.
        all.put("log_parameter_max_length", "0");
        all.put("log_parameter_max_length_on_error", "0");
        return all;
    }

    private static long memoryInMegabytes() throws IOException {
        for (String line : Files.readAllLines(MEMORY)) {
            if (line.startsWith("MemTotal:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) * 1024 / MEGABYTE;
            }
        }
        return 1024;
    }
}
