package org.zhikao.audit.replay;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * 考生当时状态: where one candidate stood at an instant, and the facts that led there, as lines for an auditor.
 *
 * <p>An instant is that of the acts themselves ({@code at}), not of their storing.
 */
public final class Standing {
    private final Story story;
    private final List<String> facts = new ArrayList<>();

    private Standing(String candidate) {
        story = new Story(candidate);
    }

    /**
     * Folds the candidate's facts up to an instant.
     *
     * @param seasons the facts of the seasons
     * @param dossier the candidate's facts in their order
     * @param asOf the last instant that counts, null for all facts
     */
    public static Standing of(
            String candidate, List<StoredFact> seasons, List<StoredFact> dossier, @Nullable Instant asOf) {
        SeasonFold fold = new SeasonFold();
        seasons.forEach(fold::read);
        DossierFold dossiers = new DossierFold(fold::season, new Check("", ""));
        Standing standing = new Standing(candidate);
        for (StoredFact fact : dossier) {
            Json payload = Json.read(fact.payload());
            if (asOf == null || !instant(payload).isAfter(asOf)) {
                Json act = Json.read(fact.metadata());
                dossiers.read(standing.story, fact, payload, act.text("by", ""));
                standing.facts.add(line(fact, payload, act));
            }
        }
        return standing;
    }

    private static Instant instant(Json payload) {
        try {
            return Instant.parse(payload.text("at"));
        } catch (DateTimeParseException e) {
            throw new Unreadable("not an instant: " + payload.text("at"));
        }
    }

    private static String line(StoredFact fact, Json payload, Json act) {
        Map<String, Json> rest = new TreeMap<>(payload.fields());
        rest.keySet().removeAll(List.of("candidate", "at"));
        if (rest.containsKey("particulars")) {
            rest.put("particulars", new Json("sealed"));
        }
        String reason = act.text("reason", "");
        return "#" + fact.sequence() + " " + payload.text("at") + " " + fact.name() + " by " + act.text("by", "?")
                + " ("
                + act.text("role", "?") + ", " + act.text("org", "?") + ")"
                + (reason.isEmpty() ? "" : " because " + reason) + " " + rest;
    }

    public Status status() {
        return story.status();
    }

    /** True when no fact had been recorded yet. */
    public boolean unknown() {
        return facts.isEmpty();
    }

    /** One line a fact: sequence, instant, name, who, why, what. */
    public List<String> facts() {
        return List.copyOf(facts);
    }

    /** One line a matter: application, claims, marks, result, preferences, outcome, tokens. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("status: " + status() + (status().isFinal() ? " (final)" : ""));
        lines.add("application: " + story.registration + " " + story.season + " " + story.track + "/" + story.category
                + " at " + story.point);
        story.claims.forEach(c -> lines.add("claim " + c.number + ": " + c.ground + " " + c.stage + " " + c.effect));
        if (story.exam != Stage.NONE) {
            lines.add("exam: " + story.exam + " ticket " + story.ticket + " seat " + story.seat);
        }
        if (!story.marks.isEmpty()) {
            lines.add("marks: " + story.marks);
        }
        if (story.released != null) {
            lines.add("result: " + story.released.result());
        }
        if (story.preferenceRound > 0) {
            lines.add("preferences: round " + story.preferenceRound + " " + story.preference + " " + story.saved);
        }
        story.decisions.forEach(d -> lines.add("round " + d.round() + ": "
                + (d.unit().isEmpty()
                        ? "not placed, " + d.cause()
                        : "placed at " + d.unit() + " by preference " + d.preference())));
        Map<String, Map<String, Long>> tokens = new TreeMap<>();
        story.tokens.count(tokens);
        lines.add("tokens: " + tokens);
        return List.copyOf(lines);
    }
}
