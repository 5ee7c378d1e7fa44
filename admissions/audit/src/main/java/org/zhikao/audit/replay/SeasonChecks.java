package org.zhikao.audit.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** 年度核查: what must hold when a season is over: the facts by themselves, and all that was derived from them. */
public final class SeasonChecks {
    private SeasonChecks() {}

    /**
     * 派生状态 as it was found.
     *
     * @param statuses candidate rows of the views by status code
     * @param tokens tokens by process and activity, ended cases at their end event
     * @param deadLetters facts that a reader could not digest
     * @param incidents failed instructions and deadlines
     * @param violations what the placement verifier said against published runs, one line each
     */
    public record Observed(
            Map<String, Long> statuses,
            Map<String, Map<String, Long>> tokens,
            long deadLetters,
            long incidents,
            List<String> violations) {}

    /** Every check, in a fixed order. */
    public static List<Verdict> of(Replay replay, Observed seen) {
        List<Verdict> all = new ArrayList<>(replay.verdicts());
        all.add(replay.finalStates());
        Map<String, Long> statuses = new TreeMap<>();
        replay.statuses().forEach((status, count) -> statuses.put(status.name(), count));
        long rows = seen.statuses().values().stream().mapToLong(Long::longValue).sum();
        all.add(Verdict.of(
                "facts and view rows agree",
                statuses.equals(new TreeMap<>(seen.statuses())),
                replay.candidates() + " dossiers, " + rows + " rows; by status " + statuses
                        + (statuses.equals(new TreeMap<>(seen.statuses())) ? "" : ", rows " + seen.statuses())));
        all.add(tokens(replay.tokens(), seen.tokens()));
        all.add(Verdict.of(
                "placement verifier clean",
                seen.violations().isEmpty(),
                seen.violations().size() + " violations"
                        + (seen.violations().isEmpty()
                                ? ""
                                : "; first: " + seen.violations().get(0))));
        all.add(Verdict.of("no dead letters", seen.deadLetters() == 0, seen.deadLetters() + " dead letters"));
        all.add(Verdict.of("no incidents", seen.incidents() == 0, seen.incidents() + " incidents"));
        return List.copyOf(all);
    }

    private static Verdict tokens(Map<String, Map<String, Long>> implied, Map<String, Map<String, Long>> found) {
        long count = implied.values().stream()
                .flatMap(byActivity -> byActivity.values().stream())
                .mapToLong(Long::longValue)
                .sum();
        List<String> differences = new ArrayList<>();
        TreeMap<String, Map<String, Long>> processes = new TreeMap<>(found);
        implied.forEach(processes::putIfAbsent);
        for (String process : processes.keySet()) {
            TreeMap<String, Long> facts = new TreeMap<>(implied.getOrDefault(process, Map.of()));
            TreeMap<String, Long> engine = new TreeMap<>(found.getOrDefault(process, Map.of()));
            engine.values().removeIf(n -> n == 0);
            if (!facts.equals(engine)) {
                differences.add(process + " implied " + facts + " found " + engine);
            }
        }
        return Verdict.of(
                "tokens as the facts imply",
                differences.isEmpty(),
                count + " tokens" + (differences.isEmpty() ? "" : "; " + String.join("; ", differences)));
    }
}
