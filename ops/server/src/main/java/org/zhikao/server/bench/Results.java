package org.zhikao.server.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Figures as they are kept: JSON for programs and a table for people, under the machine that gave them. */
public final class Results {
    private static final double GIB = 1 << 30;

    private Results() {}

    /** The machine, named only as cores and memory. */
    static ObjectNode environment(ObjectNode json) {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        ObjectNode environment = json.putObject("environment");
        environment.put("cores", Runtime.getRuntime().availableProcessors());
        environment.put("memoryGiB", Math.round(system.getTotalMemorySize() / GIB));
        environment.put("heapMiB", Runtime.getRuntime().maxMemory() >> 20);
        environment.put("java", System.getProperty("java.version"));
        ArrayNode flags = environment.putArray("flags");
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(a -> a.startsWith("-X"))
                .forEach(flags::add);
        environment.put("loadAverage", system.getSystemLoadAverage());
        return environment;
    }

    /** Writes {@code {"environment":{…},"figures":[…]}} and, beside it, the same as a table. */
    public static void write(String what, String command, List<Figure> figures, Path file) throws IOException {
        ObjectNode json = new ObjectMapper().createObjectNode();
        ObjectNode environment = environment(json);
        write(what, command, json, environment, figures, file);
    }

    static void write(
            String what, String command, ObjectNode json, ObjectNode environment, List<Figure> figures, Path file)
            throws IOException {
        figures.forEach(json.putArray("figures")::addPOJO);
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.writeString(
                file, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n");
        StringBuilder page = new StringBuilder("# " + what + ": measured figures\n\nWritten by `" + command + "`. ");
        page.append("Machine and shape: `").append(environment).append("`.\n\n");
        page.append("| figure | value | unit | goal | |\n|---|---|---|---|---|\n");
        figures.forEach(f -> page.append(line(f)).append('\n'));
        String name = String.valueOf(file.getFileName()).replaceAll("\\.json$", "") + ".md";
        Files.writeString(file.resolveSibling(name), page);
    }

    /** One row of the table. */
    public static String line(Figure f) {
        Boolean met = f.met();
        String verdict = met == null ? "" : met ? "met" : "NOT MET";
        String goal = f.goal() == null ? "" : f.goal();
        return String.format(Locale.ROOT, "| %s | %.4g | %s | %s | %s |", f.name(), f.value(), f.unit(), goal, verdict);
    }
}
