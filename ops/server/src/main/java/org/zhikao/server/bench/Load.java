package org.zhikao.server.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * 负载: a process of its own that visits a server of this machine over kept connections, with one thread. Offered at a rate,
 * times count from when a visit was due, so that a server that stands still is not spared the visits it kept waiting.
 */
public final class Load {
    private final Selector selector;
    private final Deque<LoadLine> free = new ArrayDeque<>();
    private final List<LoadLine> lines = new ArrayList<>();
    private final Map<String, Times> times = new TreeMap<>();

    private Load(int port, int connections) throws IOException {
        selector = Selector.open();
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        for (int i = 0; i < connections; i++) {
            LoadLine line = new LoadLine(selector, address);
            lines.add(line);
            free.add(line);
        }
    }

    /**
     * What is to be done.
     *
     * @param visits {@code release}, {@code apply} or {@code sign-in}
     * @param rate visits a second; 0 for as many as the connections take
     * @param seconds how long visits begin
     * @param visitors one a line: session, or login and password, and what the visit needs besides
     */
    record Order(int port, String visits, int connections, double rate, double seconds, String visitors) {}

    /**
     * What came of it.
     *
     * @param cpuSeconds of this process
     * @param seconds until the last answer
     * @param waiting visits that were due and had not begun when time was up
     */
    record Report(double seconds, double cpuSeconds, long waiting, Map<String, Kind> kinds) {
        Kind kind(String name) {
            return kinds.getOrDefault(name, new Kind(0, Map.of(), 0, 0, 0));
        }
    }

    /** Milliseconds, by order of size; answers by status. */
    record Kind(long requests, Map<Integer, Long> statuses, double median, double p99, double longest) {}

    /** Times of one kind of request, in microseconds. */
    private static final class Times {
        private int[] micros = new int[1024];
        private int size;
        private final Map<Integer, Long> statuses = new TreeMap<>();

        void add(long nanos, int status) {
            if (size == micros.length) {
                micros = Arrays.copyOf(micros, size * 2);
            }
            micros[size++] = (int) Math.min(Integer.MAX_VALUE, nanos / 1000);
            statuses.merge(status, 1L, Long::sum);
        }

        Kind told() {
            int[] sorted = Arrays.copyOf(micros, size);
            Arrays.sort(sorted);
            return new Kind(size, statuses, at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1));
        }

        private static double at(int[] sorted, double share) {
            return sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))] / 1000.0;
        }
    }

    /** Does the order in the first file and writes its report into the second. */
    public static void main(String[] arguments) throws IOException {
        ObjectMapper json = new ObjectMapper();
        Order order = json.readValue(Path.of(arguments[0]).toFile(), Order.class);
        List<String> visitors = Files.readAllLines(Path.of(order.visitors()), StandardCharsets.UTF_8);
        Iterator<LoadVisit> visits = LoadVisits.of(order.visits(), visitors);
        Report report = new Load(order.port(), order.connections()).run(visits, order.rate(), order.seconds());
        json.writeValue(Path.of(arguments[1]).toFile(), report);
    }

    /** Starts the order as a process of its own; the answer waits for its end. */
    static Supplier<Report> begin(Order order, Path folder) throws IOException {
        ObjectMapper json = new ObjectMapper();
        Path file = Files.createTempFile(folder, "load", ".json");
        json.writeValue(file.toFile(), order);
        Path told = Files.createTempFile(folder, "report", ".json");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Load.class.getName(),
                        file.toString(),
                        told.toString())
                .inheritIO()
                .start();
        return () -> {
            try {
                if (process.waitFor() != 0) {
                    throw new IllegalStateException("the load ended with " + process.exitValue());
                }
                return json.readValue(told.toFile(), Report.class);
            } catch (IOException e) {
                throw new IllegalStateException("the load told nothing", e);
            } catch (InterruptedException e) {
                process.destroy();
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while the load ran", e);
            }
        };
    }

    private Report run(Iterator<LoadVisit> visits, double rate, double seconds) throws IOException {
        long started = System.nanoTime();
        long end = started + (long) (seconds * 1e9);
        long begun = 0;
        Deque<Long> late = new ArrayDeque<>();
        while (true) {
            long now = System.nanoTime();
            if (rate > 0) {
                for (; now < end && started + (long) (begun / rate * 1e9) <= now; begun++) {
                    late.add(started + (long) (begun / rate * 1e9));
                }
                while (!late.isEmpty() && !free.isEmpty() && visits.hasNext()) {
                    start(visits.next(), late.remove());
                }
            } else {
                while (now < end && !free.isEmpty() && visits.hasNext()) {
                    start(visits.next(), now);
                }
            }
            if (free.size() == lines.size() && (now >= end || !visits.hasNext())) {
                break;
            }
            // Offered at a rate, the next visit is never further away than this.
            selector.select(this::served, rate > 0 && now < end ? 1 : 100);
        }
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        Map<String, Kind> kinds = new TreeMap<>();
        times.forEach((name, times) -> kinds.put(name, times.told()));
        return new Report((System.nanoTime() - started) / 1e9, machine.getProcessCpuTime() / 1e9, late.size(), kinds);
    }

    private void start(LoadVisit visit, long due) throws IOException {
        free.remove().send(visit.first(), due);
    }

    private void served(SelectionKey key) {
        LoadLine line = (LoadLine) key.attachment();
        try {
            if (key.isWritable()) {
                line.flush();
            }
            if (key.isReadable()) {
                LoadVisit.@Nullable Answer answer = line.read();
                if (answer != null) {
                    answered(line, answer);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("a connection broke", e);
        }
    }

    private void answered(LoadLine line, LoadVisit.Answer answer) throws IOException {
        LoadVisit.Request asked = line.asked;
        if (asked == null) {
            throw new IllegalStateException("an answer nobody asked for");
        }
        long now = System.nanoTime();
        times.computeIfAbsent(asked.kind(), kind -> new Times()).add(now - line.due, answer.status());
        LoadVisit.Request next = asked.visit().then(asked, answer);
        if (next == null) {
            line.asked = null;
            free.add(line);
        } else {
            line.send(next, now);
        }
    }
}
