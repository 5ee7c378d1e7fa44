package org.zhikao.audit.replay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhikao.audit.replay.Story.Released;

/** 成绩核查: totals, parts, requirements, lines, ranks and the release's digest, computed again from marks and rules. */
final class ResultsCheck implements Replay.Ending {
    private final Function<String, @Nullable SeasonStory> seasons;
    private final RulesShelf shelf;
    private final Check results = new Check("results recomputed", "results");
    private final Check ranks = new Check("ranks recomputed", "ranks");
    private final Check releases = new Check("release digests recomputed", "releases");
    private final Map<String, List<Ranked>> lists = new TreeMap<>();
    /** By list: how many hold a rank that was not computed again. */
    private final Map<String, Integer> unread = new HashMap<>();

    private final Map<String, Lines> digests = new HashMap<>();
    private final Map<String, Long> sizes = new HashMap<>();
    private final Set<String> beyond = new TreeSet<>();
    private long skipped;

    /** What ranking needs of one candidate. */
    private record Ranked(
            String aggregate,
            long sequence,
            long index,
            int rank,
            @SuppressWarnings("ArrayRecordComponent") long[] keys) {}

    ResultsCheck(Function<String, @Nullable SeasonStory> seasons, RulesShelf shelf) {
        this.seasons = seasons;
        this.shelf = shelf;
    }

    @Override
    public void end(Story s) {
        Released released = s.released;
        if (released == null) {
            return;
        }
        Json r = released.result();
        int rank = r.find("rank") == null ? 0 : r.integer("rank");
        digests.computeIfAbsent(released.release(), k -> new Lines())
                .line(s.id, r.text("list"), r.number("total"), rank == 0 ? "-" : rank, r.flag("eligible") ? 1 : 0);
        sizes.merge(released.release(), 1L, Long::sum);
        SeasonStory season = seasons.apply(s.season);
        if (season == null) {
            return;
        }
        StoredFact fact = released.fact();
        results.that(
                season.versionAt(fact.index()) == released.rules(), fact, "OTHER_RULES", "version " + released.rules());
        Object rules = shelf.track(season, released.rules(), s.track);
        String list = released.release() + " " + s.track + " " + r.text("list");
        if (!(rules instanceof PlainRules plain)) {
            beyond(String.valueOf(rules), list, rank);
            return;
        }
        if (s.claims.stream().anyMatch(c -> c.stage == Stage.APPROVED)) {
            beyond("approved exemptions", list, rank);
            return;
        }
        try {
            PlainScore score = new PlainScore(plain, s.kind, s.category, s.marks);
            results.looked();
            compare(fact, r, score);
            if (score.eligible()) {
                lists.computeIfAbsent(released.release() + " " + s.track + " " + score.list, k -> new ArrayList<>())
                        .add(new Ranked(fact.aggregate(), fact.sequence(), fact.index(), rank, score.keys));
            } else {
                ranks.that(rank == 0, fact, "OTHER_RANK", "ranked although " + score.failed);
            }
        } catch (NotPlain e) {
            beyond(String.valueOf(e.getMessage()), list, rank);
        }
    }

    private void beyond(String what, String list, int rank) {
        unread.merge(list, rank == 0 ? 0 : 1, Integer::sum);
        skipped++;
        beyond.add(what);
    }

    private void compare(StoredFact fact, Json r, PlainScore score) {
        Map<String, Long> parts = new TreeMap<>();
        Json stored = r.find("parts");
        if (stored != null) {
            stored.fields().forEach((part, value) -> parts.put(part, value.number()));
        }
        same(fact, "OTHER_TOTAL", r.number("total"), score.total);
        same(fact, "OTHER_PARTS", parts, score.parts);
        same(fact, "OTHER_ELIGIBILITY", r.flag("eligible"), score.eligible());
        same(fact, "OTHER_REASONS", new HashSet<>(r.texts("failed")), score.failed);
        same(fact, "OTHER_LINES", new HashSet<>(r.texts("lines")), score.lines);
        same(fact, "OTHER_RANKING_LIST", r.text("list"), score.list);
    }

    private void same(StoredFact fact, String code, Object published, Object computed) {
        results.that(published.equals(computed), fact, code, "published " + published + ", the marks give " + computed);
    }

    /** Ranks and digests of these seasons, once everybody has been read. */
    List<Verdict> verdicts(Collection<SeasonStory> all) {
        lists.forEach((list, members) -> rank(members, unread.getOrDefault(list, 0)));
        for (SeasonStory season : all) {
            season.releases.values().forEach(release -> {
                releases.looked();
                Lines lines = digests.remove(release.fact().aggregate());
                String hex = lines == null ? new Lines().hex() : lines.hex();
                releases.that(hex.equals(release.digest()), release.fact(), "OTHER_DIGEST", "the results give " + hex);
                long size = sizes.getOrDefault(release.fact().aggregate(), 0L);
                releases.that(
                        size == release.candidates(),
                        release.fact(),
                        "OTHER_COUNT",
                        release.candidates() + " announced, " + size + " released");
            });
        }
        return List.of(ranks.verdict(), releases.verdict());
    }

    /** Totals, parts, requirements and lines of everybody who was read. */
    Verdict verdict() {
        return results.verdict(skipped == 0 ? "" : skipped + " not recomputed " + beyond);
    }

    /** Who was not computed again may stand anywhere: the others keep their order, and no more than those stand between. */
    private void rank(List<Ranked> list, int others) {
        list.sort(Comparator.comparing(Ranked::keys, ResultsCheck::better));
        int rank = 0;
        int before = 0;
        for (int i = 0; i < list.size(); i++) {
            Ranked here = list.get(i);
            boolean tied = i > 0 && better(list.get(i - 1).keys(), here.keys()) == 0;
            rank = tied ? rank : i + 1;
            ranks.looked();
            int between = here.rank() - rank;
            if (tied ? between == before : between >= before && between <= others) {
                before = between;
            } else {
                ranks.found(new Finding(
                        here.aggregate(),
                        here.sequence(),
                        here.index(),
                        "OTHER_RANK",
                        "published " + here.rank() + ", the keys give " + rank));
            }
        }
    }

    private static int better(long[] a, long[] b) {
        for (int k = 0; k < a.length; k++) {
            if (a[k] != b[k]) {
                return a[k] > b[k] ? -1 : 1;
            }
        }
        return 0;
    }
}
