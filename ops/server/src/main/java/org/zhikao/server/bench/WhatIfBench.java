package org.zhikao.server.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import org.zhikao.admissions.season.rules.SeasonRules;
import org.zhikao.admissions.whatif.PastSeason;
import org.zhikao.admissions.whatif.WhatIf;
import org.zhikao.admissions.whatif.WhatIfReport;
import org.zhikao.formats.season.SeasonRulesReader;
import org.zhikao.formats.whatif.PastFacts;

/**
 * A what-if over 300,000 candidates: stored payloads made in memory are folded, then everything is computed twice and compared.
 * What the database adds is not in here: the facts come from memory, so the figure is the work that any source costs.
 */
public final class WhatIfBench {
    private static final int RUNS = 5;
    private static final int UNITS = 400;
    private static final int WISHES = 12;
    private static final long MIB = 1 << 20;
    private static final String TRACK = "spring";
    private static final String[] COMPONENTS = {"chinese", "math", "english", "theory", "skill"};
    private static final int[] MAXIMA = {120, 120, 80, 200, 230};

    private final SeasonRules held;
    private final SeasonRules draft;
    private final String text;

    private WhatIfBench() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(WhatIfBench.class.getResourceAsStream("/provinces/shandong.assumed.yaml"))) {
            String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            text = SeasonRulesReader.read(yaml.getBytes(StandardCharsets.UTF_8))
                    .canonical()
                    .orElseThrow();
            held = SeasonRulesReader.require(yaml.getBytes(StandardCharsets.UTF_8));
            String changed = yaml.replace("of: culture, atLeast: 120", "of: culture, atLeast: 150")
                    .replaceFirst("- \\{by: COMPONENT, of: \\[theory]}", "- {by: COMPONENT, of: [chinese]}");
            draft = SeasonRulesReader.require(changed.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Measures and answers; with {@code quick} a tenth of the size. */
    public static List<Figure> run(boolean quick) throws IOException {
        return new WhatIfBench().measured(quick ? 30_000 : 300_000);
    }

    private List<Figure> measured(int candidates) throws IOException {
        double[] folding = new double[RUNS];
        double[] computing = new double[RUNS];
        long facts = 0;
        long memory = 0;
        for (int r = 0; r < RUNS; r++) {
            long before = Samples.used();
            Mill mill = new Mill();
            PastFacts folded = new PastFacts();
            mill.seasons(folded);
            // Payloads are made in slices and folded outside the making, as a cursor would hand them over.
            long nanos = 0;
            for (int from = 0; from < candidates; from += 10_000) {
                List<Fact> slice = mill.candidates(from, Math.min(candidates, from + 10_000));
                long start = System.nanoTime();
                for (Fact f : slice) {
                    folded.on(f.aggregate(), f.name(), f.payload());
                }
                nanos += System.nanoTime() - start;
            }
            folding[r] = nanos / 1e9;
            facts = folded.facts();
            PastSeason past = folded.past(null).past();
            memory = Math.max(memory, Samples.used() - before);
            long start = System.nanoTime();
            WhatIfReport report = WhatIf.compare(past, held, draft);
            computing[r] = (System.nanoTime() - start) / 1e9;
            if (report.changes().isEmpty()) {
                throw new IllegalStateException("the draft changes nothing, so nothing was measured");
            }
        }
        double sum = Samples.median(folding) + Samples.median(computing);
        return List.of(
                Figure.plain("what-if, facts folded", facts, "facts"),
                Figure.plain("what-if, fold the stored facts, median", Samples.median(folding), "s"),
                Figure.plain("what-if, compute twice and compare, median", Samples.median(computing), "s"),
                Figure.plain("what-if, what was folded, in memory", (double) memory / MIB, "MiB"),
                Figure.atMost("what-if, both, without the database", sum, "s", 10));
    }

    /** One stored fact as a cursor hands it over. */
    private record Fact(
            String aggregate,
            String name,
            @SuppressWarnings("ArrayRecordComponent") byte[] payload) {}

    /** Makes payloads word for word as the store has them. */
    private final class Mill {
        private static final String AT = "\"at\":\"2026-03-02T01:02:03.456Z\"";

        void seasons(PastFacts facts) throws IOException {
            String season = held.id();
            String rules = new ObjectMapper().writeValueAsString(text);
            put(facts, season, "season.drafted", "{\"season\":\"" + season + "\",\"rules\":" + rules + "}");
            put(facts, season, "season.published", "{\"season\":\"" + season + "\",\"version\":1}");
            StringBuilder units = new StringBuilder();
            for (int u = 0; u < UNITS; u++) {
                units.append(u == 0 ? "" : ",")
                        .append("{\"category\":\"")
                        .append(category(u))
                        .append("\",\"code\":\"u")
                        .append(u)
                        .append("\",\"kinds\":[],\"level\":\"DIPLOMA\",\"name\":\"专业\",\"quota\":500,\"track\":\"")
                        .append(TRACK)
                        .append("\"}");
            }
            put(
                    facts,
                    season + "/plan/1",
                    "plan.declared",
                    "{" + AT + ",\"college\":\"99/u0001\",\"name\":\"学院\",\"season\":\"" + season + "\",\"units\":["
                            + units + "]}");
        }

        private static void put(PastFacts facts, String aggregate, String name, String payload) throws IOException {
            facts.on(aggregate, name, payload.getBytes(StandardCharsets.UTF_8));
        }

        private String category(int n) {
            return held.categories().get(n % held.categories().size()).id();
        }

        List<Fact> candidates(int from, int to) {
            List<Fact> facts = new ArrayList<>();
            for (int i = from; i < to; i++) {
                candidate(i, facts);
            }
            return facts;
        }

        private void candidate(int i, List<Fact> facts) {
            SplittableRandom random = new SplittableRandom(0x9E3779B97F4A7C15L * (i + 1));
            String id = String.format(Locale.ROOT, "c%022d", i);
            String who = "\"candidate\":\"" + id + "\"";
            String point = "99/99" + (10 + i % 16) + "/99" + (10 + i % 16) + "0" + i % 8 + "/s" + i % 640;
            add(
                    facts,
                    id,
                    "registration.submitted",
                    "{" + AT + "," + who + ",\"category\":\"" + category(i)
                            + "\",\"kind\":\"SECONDARY_VOCATIONAL\",\"point\":\"" + point
                            + "\",\"rules\":1,\"season\":\""
                            + held.id() + "\",\"track\":\"" + TRACK + "\"}");
            add(facts, id, "registration.confirmed", "{" + AT + "," + who + ",\"rules\":1}");
            add(
                    facts,
                    id,
                    "exam.arranged",
                    "{" + AT + "," + who
                            + ",\"draw\":\"d\",\"seat\":{\"room\":1,\"seat\":2,\"site\":\"s\",\"ticket\":\"" + i
                            + "\"}}");
            for (int c = 0; c < COMPONENTS.length; c++) {
                int mark = (random.nextInt(MAXIMA[c] + 1) + random.nextInt(MAXIMA[c] + 1)) / 2;
                add(
                        facts,
                        id,
                        "scoring.marked",
                        "{" + AT + "," + who + ",\"component\":\"" + COMPONENTS[c]
                                + "\",\"mark\":{\"status\":\"MARKED\",\"value\":" + mark * held.scale() + "}}");
            }
            StringBuilder wishes = new StringBuilder();
            int categories = held.categories().size();
            int first = random.nextInt(UNITS);
            for (int w = 0; w < WISHES; w++) {
                // Units of the candidate's own category, which lie one cycle of categories apart.
                int unit = ((first + w) * categories + i % categories) % (UNITS / categories * categories);
                wishes.append(w == 0 ? "" : ",").append("\"u").append(unit).append('"');
            }
            add(facts, id, "preference.saved", "{" + AT + "," + who + ",\"round\":1,\"units\":[" + wishes + "]}");
            add(facts, id, "preference.locked", "{" + AT + ",\"byDeadline\":false," + who + ",\"round\":1}");
        }

        private static void add(List<Fact> facts, String id, String name, String payload) {
            facts.add(new Fact(id, name, payload.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
