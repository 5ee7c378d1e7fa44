package org.zhikao.workflows.rehearsal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.process.Rehearsed;
import org.zhikao.workflows.rehearsal.Net.Kind;
import org.zhikao.workflows.rehearsal.Net.Link;
import org.zhikao.workflows.rehearsal.Net.Step;

/** Adds whole cases up into the result. */
final class Summary {
    private static final int MOST_EXAMPLES = 5;

    private record Standing(String at, String fact) {}

    private record Change(String from, String to, boolean ended) {}

    private static final class Group {
        long cases;
        final List<String> examples = new ArrayList<>(MOST_EXAMPLES);

        void add(String caseKey) {
            cases++;
            if (examples.size() < MOST_EXAMPLES) {
                examples.add(caseKey);
            }
        }
    }

    private final Net net;
    private final Tally tally;
    private final @Nullable Net currentNet;
    private final Map<Standing, Group> deadEnds = new LinkedHashMap<>();
    private final Map<Standing, Group> unused = new LinkedHashMap<>();
    private final Map<Standing, Group> failures = new LinkedHashMap<>();
    private final Map<Change, Group> moved = new LinkedHashMap<>();
    private final Map<String, Long> ends = new HashMap<>();
    private final Map<String, Long> currentEnds = new HashMap<>();
    private String digest = "";
    private String currentDigest = "";
    private long cases;

    Summary(Net net, Tally tally, @Nullable Net currentNet) {
        this.net = net;
        this.tally = tally;
        this.currentNet = currentNet;
    }

    void digests(byte[] draft, byte @Nullable [] current) {
        digest = sha256(draft);
        currentDigest = current == null ? "" : sha256(current);
    }

    void add(Rehearsal.Pair pair) {
        cases++;
        Walk walk = pair.draft;
        String place = place(walk);
        List<String> pending = walk.pending();
        String oldest = pending.isEmpty() ? "" : pending.get(0);
        if (walk.failedAt() != null) {
            group(failures, new Standing(walk.failedAt().element.id(), oldest)).add(pair.caseKey);
        } else if (walk.ended()) {
            ends.merge(place, 1L, Long::sum);
            if (!pending.isEmpty()) {
                group(unused, new Standing(place, oldest)).add(pair.caseKey);
            }
        } else if (!pending.isEmpty() || walk.places().isEmpty()) {
            group(deadEnds, new Standing(place, oldest)).add(pair.caseKey);
        }
        Walk current = pair.current;
        if (current != null) {
            String before = place(current);
            if (current.ended()) {
                currentEnds.merge(before, 1L, Long::sum);
            }
            if (!before.equals(place)) {
                group(moved, new Change(before, place, current.ended())).add(pair.caseKey);
            }
        }
    }

    private static <K> Group group(Map<K, Group> groups, K key) {
        return groups.computeIfAbsent(key, k -> new Group());
    }

    private static String place(Walk walk) {
        return String.join(",", walk.places());
    }

    Rehearsed result(long facts) {
        List<Rehearsed.Element> elements = new ArrayList<>();
        List<Rehearsed.Wait> waits = new ArrayList<>();
        List<String> never = new ArrayList<>();
        for (Step step : net.steps) {
            int n = step.number;
            elements.add(new Rehearsed.Element(
                    step.element.id(),
                    step.element.kind(),
                    step.element.name(),
                    tally.visitors[n],
                    tally.visits[n],
                    tally.standing[n]));
            if (tally.visits[n] == 0) {
                never.add(step.element.id());
            }
            if (step.kind == Kind.WAIT || step.kind == Kind.DUTY) {
                Tally.Waits w = tally.waits[n];
                waits.add(new Rehearsed.Wait(
                        step.element.id(),
                        step.element.name(),
                        w.size(),
                        tally.standing[n],
                        tally.late[n],
                        w.percentile(50),
                        w.percentile(90),
                        w.percentile(100)));
            }
        }
        List<Rehearsed.Flow> flows = new ArrayList<>();
        for (Link link : net.links) {
            flows.add(new Rehearsed.Flow(
                    link.flow().id(),
                    link.flow().name(),
                    link.flow().source(),
                    link.flow().target(),
                    tally.flowCases[link.number()],
                    tally.flowTimes[link.number()]));
        }
        return new Rehearsed(
                net.drawing.process(),
                digest,
                currentDigest,
                cases,
                facts,
                elements,
                flows,
                waits,
                ends(),
                stuck(deadEnds),
                stuck(unused),
                moved(),
                stuck(failures),
                duties(),
                never);
    }

    /** Ends of the draft in the order of the file, then ends that only the current version has. */
    private List<Rehearsed.End> ends() {
        Map<String, String> names = new LinkedHashMap<>();
        for (Step step : net.steps) {
            if (step.kind == Kind.END) {
                names.put(step.element.id(), step.element.name());
            }
        }
        if (currentNet != null) {
            for (Step step : currentNet.steps) {
                if (step.kind == Kind.END) {
                    names.putIfAbsent(step.element.id(), step.element.name());
                }
            }
        }
        List<Rehearsed.End> found = new ArrayList<>();
        names.forEach((id, name) -> {
            long now = ends.getOrDefault(id, 0L);
            long before = currentEnds.getOrDefault(id, 0L);
            if (now > 0 || before > 0) {
                found.add(new Rehearsed.End(id, name, now, before));
            }
        });
        return found;
    }

    private static List<Rehearsed.Stuck> stuck(Map<Standing, Group> groups) {
        List<Rehearsed.Stuck> found = new ArrayList<>();
        groups.forEach((s, g) -> found.add(new Rehearsed.Stuck(s.at(), s.fact(), g.cases, g.examples)));
        found.sort(Comparator.comparing(Rehearsed.Stuck::cases)
                .reversed()
                .thenComparing(Rehearsed.Stuck::at)
                .thenComparing(Rehearsed.Stuck::fact));
        return found;
    }

    private List<Rehearsed.Moved> moved() {
        List<Rehearsed.Moved> found = new ArrayList<>();
        moved.forEach((c, g) -> found.add(new Rehearsed.Moved(c.from(), c.to(), c.ended(), g.cases, g.examples)));
        found.sort(Comparator.comparing(Rehearsed.Moved::cases)
                .reversed()
                .thenComparing(Rehearsed.Moved::from)
                .thenComparing(Rehearsed.Moved::to));
        return found;
    }

    private List<Rehearsed.Duties> duties() {
        Map<String, long[]> byRole = new TreeMap<>();
        for (Step step : net.steps) {
            if (step.kind == Kind.DUTY) {
                long[] counts = byRole.computeIfAbsent(step.element.role(), r -> new long[4]);
                counts[0] += tally.visits[step.number];
                counts[1] += tally.waits[step.number].size();
                counts[2] += tally.late[step.number];
                counts[3] += tally.standing[step.number];
            }
        }
        List<Rehearsed.Duties> found = new ArrayList<>();
        byRole.forEach((role, c) -> found.add(new Rehearsed.Duties(role, c[0], c[1], c[2], c[3])));
        return found;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
