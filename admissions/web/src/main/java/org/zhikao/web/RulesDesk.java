package org.zhikao.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.ActorId;

/** Port to season files that are still being written: kept between visits, no facts yet, and the files to begin from. */
public interface RulesDesk {
    /**
     * 方案草稿.
     *
     * @param text the file, YAML
     * @param revision counts the saves: who saves over another's work is told
     */
    record Draft(String id, String title, String text, int revision, ActorId by, Instant at) {}

    /** All drafts, the one changed last first. */
    List<Draft> drafts();

    Optional<Draft> draft(String id);

    /** Keeps a new draft and answers its id. */
    String start(String title, String text, Act act);

    /** False when somebody else saved after {@code revision}; then nothing is changed. */
    boolean save(String id, int revision, String title, String text, Act act);

    void discard(String id);

    /** Delivered provinces to begin from. */
    List<String> presets();

    Optional<byte[]> preset(String name);
}
