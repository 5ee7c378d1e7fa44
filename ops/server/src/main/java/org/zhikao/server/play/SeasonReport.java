package org.zhikao.server.play;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a whole season came to; the JSON keys are a contract with other tools. */
public record SeasonReport(
        long candidates,
        long facts,
        long tokensMoved,
        Exemptions exemptions,
        long scored,
        List<Line> lines,
        long placed,
        List<Long> placedByPreference,
        long unplaced,
        List<PhaseTime> phases,
        List<Check> checks,
        String factsDigest,
        String placementsDigest) {

    public record Exemptions(long approved, long refused) {}

    /** How many stand on or over one line. */
    public record Line(String name, long over) {}

    public record PhaseTime(String name, BigDecimal seconds) {}

    /** One check of the season. */
    public record Check(String name, boolean ok, String detail) {}

    public boolean sound() {
        return checks.stream().allMatch(Check::ok);
    }

    public String json() {
        ObjectMapper mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        try {
            return mapper.writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report is plain data", e);
        }
    }

    /** The table for people. */
    public void print(PrintWriter out) {
        row(out, "考生 candidates", candidates);
        row(out, "事实 facts", facts);
        row(out, "令牌移动 tokens moved", tokensMoved);
        row(out, "免试批准 exemptions approved", exemptions.approved());
        row(out, "免试不批准 exemptions refused", exemptions.refused());
        row(out, "成绩公布 scored", scored);
        lines.forEach(line -> row(out, "达线 on or over " + line.name(), line.over()));
        row(out, "录取 placed", placed);
        for (int n = 0; n < placedByPreference.size(); n++) {
            row(out, n == 0 ? "  免试录取 without exam" : "  第" + n + "志愿 preference " + n, placedByPreference.get(n));
        }
        row(out, "未录取 unplaced", unplaced);
        phases.forEach(p -> out.printf(Locale.ROOT, "%-40s %12s s%n", "用时 " + p.name(), p.seconds()));
        out.println();
        checks.forEach(c -> out.printf("%s %s: %s%n", c.ok() ? "[ok]  " : "[FAIL]", c.name(), c.detail()));
        out.println("facts digest      " + factsDigest);
        out.println("placements digest " + placementsDigest);
        out.flush();
    }

    private static void row(PrintWriter out, String name, long value) {
        out.printf(Locale.ROOT, "%-40s %,12d%n", name, value);
    }

    static PhaseTime time(Map.Entry<String, Long> phase) {
        return new PhaseTime(phase.getKey(), BigDecimal.valueOf(phase.getValue() / 1_000_000, 3));
    }
}
