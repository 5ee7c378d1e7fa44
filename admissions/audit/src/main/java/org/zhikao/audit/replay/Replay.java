package org.zhikao.audit.replay;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * 重放: all facts read once in order, one dossier in memory at a time; of each candidate only columns of numbers stay.
 *
 * <p>Nothing here calls the code that decided, scored or placed: the audit states the rules a second time.
 */
public final class Replay implements FactSource.Reader {
    /** Takes a story when its last fact has been read. */
    @FunctionalInterface
    interface Ending {
        void end(Story story);
    }

    /** What the metadata of every fact must name; a reason only where the act needs one. */
    private static final List<String> ACT = List.of("by", "role", "org", "request");

    private final SeasonFold seasonFold = new SeasonFold();
    private final Check readable = new Check("facts readable", "facts");
    private final Check acts = new Check("every fact names who acted", "facts");
    private final Check sequences = new Check("sequences without hole", "aggregates");
    private final Check order = new Check("candidate facts in lawful order", "facts");
    private final Check finals = new Check("every candidate in one final state", "candidates");
    private final FactsDigest digest = new FactsDigest();
    private final FactsDigest placements = new FactsDigest();
    private final DossierFold dossiers = new DossierFold(seasonFold::season, order);
    private final Map<Status, Long> statuses = new EnumMap<>(Status.class);
    private final List<Ending> endings = new ArrayList<>();
    private final RulesShelf shelf = new RulesShelf();
    private final ResultsCheck results = new ResultsCheck(seasonFold::season, shelf);
    private final PlacementCheck placed = new PlacementCheck(shelf);
    private final Map<String, Map<String, Long>> tokens = new TreeMap<>();
    private List<Verdict> recomputed = List.of();
    private String aggregate = "";
    private long next;
    private long candidates;
    private @Nullable Story story;
    private String factsHex = "";
    private String placementsHex = "";

    private final boolean whole;

    private Replay(boolean whole) {
        this.whole = whole;
        endings.add(this::status);
        endings.add(this::decisions);
        endings.add(results);
        endings.add(placed);
        endings.add(s -> s.tokens.count(tokens));
    }

    /** Reads everything and answers what it found. */
    public static Replay of(FactSource source) {
        return read(source, true);
    }

    /**
     * Reads a source that gives a part of the dossiers only: what takes everybody (ranks, placements, digests of releases and
     * runs) is left out.
     */
    public static Replay ofSome(FactSource source) {
        return read(source, false);
    }

    private static Replay read(FactSource source, boolean whole) {
        Replay replay = new Replay(whole);
        source.seasons(replay.seasonFold);
        source.all(replay);
        replay.finish();
        return replay;
    }

    @Override
    public void read(StoredFact fact) {
        if (!fact.aggregate().equals(aggregate)) {
            begin(fact);
        }
        if (fact.sequence() != next) {
            sequences.found(
                    fact,
                    fact.sequence() < next ? "EXTRA" : "MISSING",
                    "sequence " + fact.sequence() + " where " + next + " belongs");
        }
        next = fact.sequence() + 1;
        readable.looked();
        Json metadata;
        try {
            metadata = Json.read(fact.metadata());
            acts.looked();
            for (String field : ACT) {
                if (!acts.that(!metadata.text(field, "").isEmpty(), fact, "NO_ACTOR", "no " + field)) {
                    break;
                }
            }
            digest.add(fact, metadata.text("by", ""), metadata.text("reason", ""));
            if (story != null) {
                dossiers.read(story, fact, Json.read(fact.payload()), metadata.text("by", ""));
            }
        } catch (Unreadable e) {
            readable.found(fact, "UNREADABLE", String.valueOf(e.getMessage()));
        }
    }

    private void begin(StoredFact fact) {
        end();
        sequences.looked();
        aggregate = fact.aggregate();
        next = 0;
        story = fact.ofCandidate() ? new Story(aggregate) : null;
    }

    private void end() {
        Story ended = story;
        if (ended != null) {
            candidates++;
            endings.forEach(ending -> ending.end(ended));
        }
        story = null;
    }

    private void finish() {
        end();
        factsHex = digest.hex();
        placementsHex = placements.hex();
        var seasons = seasonFold.seasons().values();
        List<Verdict> again = new ArrayList<>();
        again.add(results.verdict());
        if (whole) {
            again.addAll(results.verdicts(seasons));
            again.addAll(placed.verdicts(seasons));
        }
        recomputed = List.copyOf(again);
        for (SeasonStory season : seasons) {
            if (!season.published.isEmpty()) {
                int rounds = shelf.rounds(season, season.published.lastEntry().getValue());
                Tokens.count(tokens, "season", Tokens.season(season.words(rounds)));
            }
        }
    }

    private void status(Story s) {
        Status status = s.status();
        statuses.merge(status, 1L, Long::sum);
        finals.looked();
        if (!status.isFinal() && s.last != null) {
            finals.found(s.last, "NOT_FINAL", "candidate ends as " + status);
        }
    }

    private void decisions(Story s) {
        for (Story.Decision d : s.decisions) {
            placements.fields(
                    s.id,
                    String.valueOf(d.round()),
                    d.unit(),
                    String.valueOf(d.preference()),
                    String.valueOf(d.position()));
        }
    }

    public long facts() {
        return digest.facts();
    }

    public long candidates() {
        return candidates;
    }

    /** 64 hex digits, as {@link FactsDigest} defines them. */
    public String factsDigest() {
        return factsHex;
    }

    /** 64 hex digits, as {@link FactsDigest} defines them. */
    public String placementsDigest() {
        return placementsHex;
    }

    /** Candidates by status; a status nobody has is absent. */
    public Map<Status, Long> statuses() {
        return Map.copyOf(statuses);
    }

    /** True when every season's last window has closed, so that every candidate must have come to an end. */
    public boolean over() {
        var seasons = seasonFold.seasons().values();
        return !seasons.isEmpty()
                && seasons.stream()
                        .allMatch(s -> !s.published.isEmpty()
                                && s.closedOnce(
                                        "CONFIRMATION",
                                        shelf.rounds(s, s.published.lastEntry().getValue())));
    }

    /** Every check over the facts alone that holds at any moment of a season. */
    public List<Verdict> verdicts() {
        List<Verdict> all = new ArrayList<>(List.of(
                readable.verdict(),
                acts.verdict(),
                sequences.verdict(),
                seasonFold.order().verdict(),
                order.verdict()));
        all.addAll(recomputed);
        return List.copyOf(all);
    }

    /** Where the facts say that tokens stand: counts by process and activity, ended cases at their end event. */
    public Map<String, Map<String, Long>> tokens() {
        return tokens;
    }

    /** The check that holds once the season is over. */
    public Verdict finalStates() {
        return finals.verdict();
    }
}
