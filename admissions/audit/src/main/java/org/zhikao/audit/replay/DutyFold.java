package org.zhikao.audit.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * 职责的约束, a second time: no fact stands in a dossier before the duties that the publication in force puts before it, and
 * none that an outcome bars stands behind that outcome.
 */
final class DutyFold {
    private static final Map<String, String> BARRED = Map.of(
            "exam.arranged", "EXAM",
            "exam.ticket", "EXAM",
            "preference.saved", "PREFERENCE",
            "preference.locked", "PREFERENCE",
            "preference.lapsed", "PREFERENCE",
            "placement.placed", "PLACEMENT",
            "placement.confirmed", "PLACEMENT");

    /** What the outcome bars, by case and duty: the latest decision of each. */
    private final Map<String, List<String>> decided = new HashMap<>();

    void read(Story s, SeasonStory season, StoredFact fact, Json p, Check order) {
        String name = fact.name();
        if (name.equals("duty.decided")) {
            name = name + "/" + p.text("duty");
        }
        require("application", s.id, name, season, fact, order);
        if (name.equals("exemption.approved")) {
            require("application", s.id, name + "/" + p.text("effect"), season, fact, order);
        }
        if (name.startsWith("exemption.")) {
            String about = s.id + "/exemption/" + p.integer("claim");
            require("exemption-review", about, name, season, fact, order);
        }
        String bar = BARRED.get(name);
        if (bar != null) {
            boolean free = decided.values().stream().noneMatch(bars -> bars.contains(bar));
            order.that(free, fact, "BARRED", name + " of a candidate whom a duty keeps from it");
        }
        if (fact.name().equals("duty.decided")) {
            decide(season, fact, p, order);
        }
    }

    private void require(String process, String about, String name, SeasonStory season, StoredFact fact, Check order) {
        for (String duty : season.bound(process, fact.index()).before().getOrDefault(name, List.of())) {
            order.that(
                    decided.containsKey(process + " " + about + " " + duty),
                    fact,
                    "DUTY_OPEN",
                    name + " before " + duty);
        }
    }

    private void decide(SeasonStory season, StoredFact fact, Json p, Check order) {
        String process = p.text("process");
        List<String> bars = season.bound(process, fact.index()).bars().get(p.text("duty") + " " + p.text("outcome"));
        List<String> said = p.texts("bars");
        order.that(
                bars != null && Set.copyOf(bars).equals(Set.copyOf(said)),
                fact,
                "OTHER_DUTY",
                p.text("duty") + " " + p.text("outcome") + " as published bars " + bars);
        decided.put(process + " " + p.text("about") + " " + p.text("duty"), said);
    }
}
