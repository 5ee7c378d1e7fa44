package org.zhikao.audit.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * 流程约束 as a publication states it.
 *
 * @param before the duties that must have been decided before a fact, by its name
 * @param bars what an outcome keeps a candidate from, by {@code duty outcome}
 */
record Bound(Map<String, List<String>> before, Map<String, List<String>> bars) {
    static final Bound NONE = new Bound(Map.of(), Map.of());

    static Bound read(Json terms) {
        Map<String, List<String>> before = new HashMap<>();
        for (Json binding : terms.list("bindings")) {
            before.computeIfAbsent(binding.text("fact"), k -> new ArrayList<>()).addAll(binding.texts("duties"));
        }
        Map<String, List<String>> bars = new HashMap<>();
        for (Json duty : terms.list("duties")) {
            for (Json outcome : duty.list("outcomes")) {
                bars.put(duty.text("duty") + " " + outcome.text("outcome"), outcome.texts("bars"));
            }
        }
        return new Bound(before, bars);
    }
}
