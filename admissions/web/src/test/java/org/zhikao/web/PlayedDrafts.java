package org.zhikao.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.formats.season.SeasonDraft;

/** Drafts in memory; one is there from the start, over the delivered demonstration season. */
public final class PlayedDrafts implements RulesDesk {
    public static final String ID = "d-1";

    private final Map<String, Draft> kept = new TreeMap<>();

    public PlayedDrafts() {
        forget();
    }

    public void forget() {
        kept.clear();
        SeasonDraft draft = SeasonDraft.of(Played.rulesBytes()).orElseThrow();
        kept.put(ID, new Draft(ID, draft.title(), draft.yaml(), 1, new ActorId("a-demo-office"), Played.AT));
    }

    @Override
    public List<Draft> drafts() {
        return List.copyOf(kept.values());
    }

    @Override
    public Optional<Draft> draft(String id) {
        return Optional.ofNullable(kept.get(id));
    }

    @Override
    public String start(String title, String text, Act act) {
        kept.put("d-2", new Draft("d-2", title, text, 1, act.by(), act.at()));
        return "d-2";
    }

    @Override
    public boolean save(String id, int revision, String title, String text, Act act) {
        if (kept.get(id).revision() != revision) {
            return false;
        }
        kept.put(id, new Draft(id, title, text, revision + 1, act.by(), act.at()));
        return true;
    }

    @Override
    public void discard(String id) {
        kept.remove(id);
    }

    @Override
    public List<String> presets() {
        return List.of("shandong.assumed");
    }

    @Override
    public Optional<byte[]> preset(String name) {
        return name.equals("shandong.assumed") ? Optional.of(Played.rulesBytes()) : Optional.empty();
    }
}
