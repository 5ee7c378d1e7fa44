package org.zhikao.audit.replay;

import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zhikao.audit.replay.SeasonStory.Run;
import org.zhikao.audit.replay.SeasonStory.Unit;
import org.zhikao.audit.replay.SeasonStory.Window;

/** Folds the facts of seasons, plans, draws, releases and runs, and checks that they followed one another lawfully. */
final class SeasonFold implements FactSource.Reader {
    private final Map<String, SeasonStory> seasons = new TreeMap<>();
    private final ProcessFold processes = new ProcessFold();
    private final AmendmentFold amendments = new AmendmentFold();
    private final Check order = new Check("season facts in lawful order", "facts");

    Map<String, SeasonStory> seasons() {
        return seasons;
    }

    Check order() {
        return order;
    }

    @Nullable
    SeasonStory season(String id) {
        return seasons.get(id);
    }

    @Override
    public void read(StoredFact fact) {
        order.looked();
        try {
            fold(fact, Json.read(fact.payload()));
        } catch (Unreadable e) {
            order.found(fact, "UNREADABLE", String.valueOf(e.getMessage()));
        }
    }

    private void fold(StoredFact fact, Json p) {
        String id = p.text("season");
        order.that(fact.caseId().equals(id), fact, "FOREIGN", "payload names season " + id);
        SeasonStory season = seasons.computeIfAbsent(id, SeasonStory::new);
        switch (fact.name()) {
            case "season.drafted" -> drafted(season, fact, p, 1);
            case "season.revised" -> drafted(season, fact, p, p.integer("version"));
            case "season.approved" -> approved(season, fact, p);
            case "season.published" -> published(season, fact, p);
            case "season.amendment-proposed",
                    "season.amendment-voted",
                    "season.amendment-approved",
                    "season.amendment-published" -> amendments.fold(season, fact, p, order);
            case "season.phase-opened" -> opened(season, fact, p.text("phase"), p.integer("round"));
            case "season.phase-closed" -> closed(season, fact, p.text("phase"), p.integer("round"));
            case "season.process-drafted", "season.process-approved", "season.process-published" ->
                processes.fold(season, fact, p, order);
            case "season.process-bound" -> processes.bound(season, fact, p, order);
            case "plan.declared" -> declared(season, fact, p);
            case "plan.changed" -> changed(season, fact, p);
            case "exam.drawn" -> {
                within(season, fact, "EXAM", 1);
                boolean fresh = season.draws.putIfAbsent(p.integer("draw"), fact) == null;
                order.that(fresh, fact, "OUT_OF_TURN", "drawn twice");
            }
            case "scoring.computed" -> {
                within(season, fact, "SCORING", 1);
                var release =
                        new SeasonStory.Release(fact, p.number("candidates"), p.text("digest"), p.integer("rules"));
                boolean fresh = season.releases.putIfAbsent(p.integer("release"), release) == null;
                order.that(fresh, fact, "OUT_OF_TURN", "computed twice");
            }
            case "placement.computed" -> computed(season, fact, p);
            case "placement.verified", "placement.failed", "placement.published" -> ran(season, fact, p);
            default -> order.found(fact, "UNKNOWN_FACT", fact.name());
        }
    }

    private void drafted(SeasonStory season, StoredFact fact, Json p, int version) {
        order.that(version == season.rules.size() + 1, fact, "OUT_OF_TURN", "version " + version);
        mayChange(season, fact, version, p.text("digest"));
        season.rules.put(version, p.text("rules"));
        season.digests.put(version, p.text("digest"));
        season.drafters.add(p.text("by"));
    }

    private void approved(SeasonStory season, StoredFact fact, Json p) {
        int version = p.integer("version");
        String by = p.text("by");
        order.that(season.rules.size() == version, fact, "OUT_OF_TURN", "approves version " + version);
        order.that(!season.drafters.contains(by), fact, "SAME_PERSON", by + " drafted it");
        sameDigest(season, fact, version, p.text("digest"));
        season.approved = version;
    }

    private void published(SeasonStory season, StoredFact fact, Json p) {
        int version = p.integer("version");
        order.that(season.approved == version, fact, "OUT_OF_TURN", "publishes version " + version);
        mayChange(season, fact, version, p.text("digest"));
        sameDigest(season, fact, version, p.text("digest"));
        season.published.put(fact.index(), version);
    }

    private void mayChange(SeasonStory season, StoredFact fact, int version, String digest) {
        boolean free = fact.index() < season.frozen || amendments.made(season, version, digest);
        order.that(free, fact, "RULES_FROZEN", "version " + version);
    }

    private void sameDigest(SeasonStory season, StoredFact fact, int version, String digest) {
        order.that(digest.equals(season.digests.get(version)), fact, "OTHER_RULES", "version " + version);
    }

    private void opened(SeasonStory season, StoredFact fact, String phase, int round) {
        Window last = season.lastWindow(phase, round);
        boolean shut = last == null || season.closedOnce(phase, round);
        order.that(shut && !season.published.isEmpty(), fact, "OUT_OF_TURN", "opens " + phase + " " + round);
        season.windows
                .computeIfAbsent(SeasonStory.window(phase, round), k -> new ArrayList<>())
                .add(new Window(fact.index()));
        season.hear("opened", phase, round);
        if (phase.equals("EXAM")) {
            season.frozen = Math.min(season.frozen, fact.index());
        }
    }

    private void closed(SeasonStory season, StoredFact fact, String phase, int round) {
        Window last = season.lastWindow(phase, round);
        boolean open = last != null && !season.closedOnce(phase, round);
        order.that(open, fact, "OUT_OF_TURN", "closes " + phase + " " + round);
        season.hear("closed", phase, round);
        if (last != null) {
            last.closed = Math.min(last.closed, fact.index());
        }
    }

    private void declared(SeasonStory season, StoredFact fact, Json p) {
        String college = p.text("college");
        for (Json u : p.list("units")) {
            Unit unit = new Unit(u.text("code"), college, u.text("track"), u.text("category"), u.texts("kinds"));
            unit.quota.put(fact.index(), seats(fact, u.integer("quota")));
            boolean fresh = season.units.putIfAbsent(unit.code, unit) == null;
            order.that(fresh, fact, "OUT_OF_TURN", "unit " + unit.code + " declared twice");
        }
    }

    private void changed(SeasonStory season, StoredFact fact, Json p) {
        Unit unit = season.units.get(p.text("unit"));
        if (unit == null || !unit.college.equals(p.text("college"))) {
            order.found(fact, "UNKNOWN_UNIT", p.text("unit"));
            return;
        }
        order.that(
                unit.quotaAt(fact.index()) == p.integer("before"),
                fact,
                "OTHER_QUOTA",
                "before " + p.integer("before"));
        unit.quota.put(fact.index(), seats(fact, p.integer("after")));
    }

    private int seats(StoredFact fact, int quota) {
        order.that(quota >= 0, fact, "OTHER_QUOTA", "negative");
        return quota;
    }

    private void computed(SeasonStory season, StoredFact fact, Json p) {
        int round = p.integer("round");
        within(season, fact, "PLACEMENT", round);
        season.hear("computed", "", round);
        Run run = new Run(fact, p.integer("run"), round, p.text("mechanism"), p.at("digest"));
        order.that(season.runs.putIfAbsent(run.number, run) == null, fact, "OUT_OF_TURN", "computed twice");
    }

    private void ran(SeasonStory season, StoredFact fact, Json p) {
        Run run = season.runs.get(p.integer("run"));
        if (run == null) {
            order.found(fact, "OUT_OF_TURN", "no such run");
            return;
        }
        boolean verified = run.verified < fact.index();
        boolean published = run.published < fact.index();
        if (fact.name().equals("placement.published")) {
            within(season, fact, "PLACEMENT", run.round);
            order.that(verified && !published && !run.failed, fact, "OUT_OF_TURN", "published unverified or twice");
            order.that(p.integer("round") == run.round, fact, "OTHER_ROUND", "round " + p.integer("round"));
            run.published = Math.min(run.published, fact.index());
            season.hear("published", "", run.round);
            return;
        }
        order.that(!verified && !run.failed && !published, fact, "OUT_OF_TURN", "verified twice");
        order.that(p.text("outputDigest").equals(run.digest.text("output")), fact, "OTHER_OUTPUT", "");
        if (fact.name().equals("placement.verified")) {
            run.verified = fact.index();
            season.hear("checked", "CLEAN", run.round);
        } else {
            season.hear("checked", "FAILED", run.round);
            run.failed = true;
        }
    }

    private void within(SeasonStory season, StoredFact fact, String phase, int round) {
        order.that(season.open(phase, round, fact.index()), fact, "OUT_OF_PHASE", phase + " " + round);
    }
}
