package org.zhikao.formats.whatif;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.plan.PlanEvent.PlanDeclared;
import org.zhikao.admissions.scoring.Mark;
import org.zhikao.admissions.season.rules.SeasonRules;
import org.zhikao.admissions.whatif.PastSeason;
import org.zhikao.formats.facts.FactJson;
import org.zhikao.formats.season.SeasonRulesReader;

/**
 * 往年事实: folds stored facts, in the order of their index, into the columns that a trial computes on. Of each fact only what
 * decides is kept; sealed particulars are not looked at.
 */
public final class PastFacts {
    /** Stored names of the facts that are read; all others may be left out. */
    public static final List<String> NAMES = List.of(
            "season.drafted",
            "season.revised",
            "season.published",
            "plan.declared",
            "plan.changed",
            "placement.computed",
            "registration.submitted",
            "registration.resubmitted",
            "registration.confirmed",
            "registration.returned",
            "registration.rejected",
            "registration.withdrawn",
            "exam.arranged",
            "exemption.approved",
            "scoring.marked",
            "scoring.corrected",
            "scoring.released",
            "preference.saved",
            "preference.locked",
            "placement.placed");

    private static final Set<String> READ = Set.copyOf(NAMES);

    private final ObjectMapper json = FactJson.mapper();
    private final FactFields fields = new FactFields();
    private final Map<String, Season> seasons = new TreeMap<>();
    private final Map<String, Place> candidates = new HashMap<>();
    private long facts;

    /** One season while it is folded. */
    private static final class Season {
        final PastSeason past = new PastSeason();
        final Map<Long, String> rules = new HashMap<>();
        long published;
    }

    /** Where a candidate's column entries are. */
    private record Place(PastSeason past, int number) {}

    /** Facts that cannot be what a store holds. */
    public static final class Unusable extends IOException {
        private static final long serialVersionUID = 1L;

        Unusable(String message) {
            super(message);
        }
    }

    /** Takes one fact; names that a trial does not need are passed over. */
    public void on(String aggregate, String name, byte[] payload) throws Unusable {
        if (!READ.contains(name)) {
            return;
        }
        facts++;
        try {
            if (name.equals("plan.declared")) {
                PlanDeclared declared = json.readValue(payload, PlanDeclared.class);
                PastSeason past = season(declared.season().value()).past;
                declared.units().forEach(past::declared);
                return;
            }
            fields.read(payload);
            if (name.startsWith("season.") || name.startsWith("plan.") || name.equals("placement.computed")) {
                season(name, season(fields.text("season")));
            } else if (name.equals("registration.submitted")) {
                submitted(aggregate);
            } else {
                Place place = candidates.get(aggregate);
                if (place == null) {
                    throw new Unusable(name + " of a candidate who never applied");
                }
                candidate(name, place.past(), place.number());
            }
        } catch (Unusable e) {
            throw e;
        } catch (IOException | IllegalArgumentException | ArithmeticException e) {
            throw new Unusable(name + " cannot be read: " + e.getMessage());
        }
    }

    private Season season(String id) {
        return seasons.computeIfAbsent(id, k -> new Season());
    }

    private void season(String name, Season season) {
        switch (name) {
            case "season.drafted" -> season.rules.put(1L, fields.text("rules"));
            case "season.revised" -> season.rules.put(fields.number("version"), fields.text("rules"));
            case "season.published" -> season.published = fields.number("version");
            case "plan.changed" -> season.past.quota(fields.text("unit"), Math.toIntExact(fields.number("after")));
            case "placement.computed" -> season.past.runComputed();
            default -> throw new IllegalStateException("a name that is read but not folded: " + name);
        }
    }

    private void submitted(String candidate) {
        PastSeason past = season(fields.text("season")).past;
        int number = past.add(fields.text("track"), fields.text("category"), fields.text("kind"), fields.text("point"));
        candidates.put(candidate, new Place(past, number));
    }

    private void candidate(String name, PastSeason past, int i) {
        switch (name) {
            case "registration.resubmitted" -> {
                past.classify(i, fields.text("track"), fields.text("category"), fields.text("kind"));
                past.confirmed(i, false);
            }
            case "registration.confirmed" -> past.confirmed(i, true);
            case "registration.returned", "registration.rejected", "registration.withdrawn" -> past.confirmed(i, false);
            case "exam.arranged" -> past.arranged(i, fields.text("seat.ticket"));
            case "exemption.approved" -> past.approved(i, fields.text("ground"), fields.find("unit"));
            case "scoring.marked" -> past.mark(i, fields.text("component"), mark("mark"));
            case "scoring.corrected" -> past.mark(i, fields.text("component"), mark("after"));
            case "scoring.released" ->
                past.released(
                        i, fields.number("result.total"), fields.integer("result.rank"), fields.text("result.list"));
            case "preference.saved" -> {
                if (fields.number("round") == 1) {
                    past.saved(i, fields.list("units"));
                }
            }
            case "preference.locked" -> {
                if (fields.number("round") == 1) {
                    past.locked(i);
                }
            }
            case "placement.placed" -> {
                if (fields.number("round") == 1 && fields.number("offer.preference") > 0) {
                    past.placed(i, fields.text("offer.unit"), Math.toIntExact(fields.number("offer.preference")));
                }
            }
            default -> throw new IllegalStateException("a name that is read but not folded: " + name);
        }
    }

    private Mark mark(String of) {
        return new Mark(Mark.Status.valueOf(fields.text(of + ".status")), fields.number(of + ".value"));
    }

    /**
     * What was read of one season.
     *
     * @param candidates their ids, by the numbers they have in {@code past}
     */
    public record Past(String id, PastSeason past, SeasonRules held, List<String> candidates) {}

    private List<String> candidates(PastSeason past) {
        String[] ids = new String[past.size()];
        candidates.forEach((id, place) -> {
            if (place.past() == past) {
                ids[place.number()] = id;
            }
        });
        return List.of(ids);
    }

    public long facts() {
        return facts;
    }

    /** Ids of the seasons with published rules. */
    public List<String> seasons() {
        return seasons.entrySet().stream()
                .filter(e -> e.getValue().published > 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The season of that id, or, without one, the only one there is. */
    public Past past(@Nullable String id) throws Unusable {
        List<String> known = seasons();
        if (known.isEmpty()) {
            throw new Unusable("no season with published rules");
        }
        if (id == null && known.size() > 1) {
            throw new Unusable("several seasons, name one of " + String.join(", ", known));
        }
        String wanted = id == null ? known.get(0) : id;
        Season season = seasons.get(wanted);
        if (season == null || !known.contains(wanted)) {
            throw new Unusable("no published season " + wanted + ", there is " + String.join(", ", known));
        }
        String rules = season.rules.get(season.published);
        if (rules == null) {
            throw new Unusable("season " + wanted + " without the text of its rules");
        }
        return new Past(
                wanted,
                season.past,
                SeasonRulesReader.read(rules.getBytes(StandardCharsets.UTF_8))
                        .rules()
                        .orElseThrow(() -> new Unusable("the rules of season " + wanted + " cannot be read")),
                candidates(season.past));
    }
}
