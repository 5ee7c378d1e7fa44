package org.zhikao.admissions.season.rules;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.season.rules.Finding.Severity;

/** What one clause sees: departures and remarks, turned into findings by the clause's severity and recorded deviations. */
final class Observations {
    private final PolicyClause clause;
    private final List<Deviation> deviations;
    private final List<Finding> out;

    Observations(PolicyClause clause, List<Deviation> deviations, List<Finding> out) {
        this.clause = clause;
        this.deviations = deviations;
        this.out = out;
    }

    /** The season departs from the clause here: refused when HARD, a deviation to record when FLAG. */
    void departs(String path, @Nullable String track, String chinese, String english) {
        if (clause.severity() == PolicyClause.Severity.HARD) {
            add(path, Severity.HARD, "CLAUSE_BROKEN", chinese + " · " + english);
        } else {
            needsReason(path, track, chinese, english);
        }
    }

    /** Blocks until a deviation with a reason is recorded, whatever the clause's own severity. */
    void needsReason(String path, @Nullable String track, String chinese, String english) {
        Optional<Deviation> recorded = deviations.stream()
                .filter(d -> d.clause().equals(clause.id()))
                .filter(d -> d.track() == null || d.track().equals(track))
                .findFirst();
        if (recorded.isPresent()) {
            add(
                    path,
                    Severity.INFO,
                    "DEVIATION_RECORDED",
                    chinese + ";已登记理由:" + recorded.get().reason() + " · " + english + "; reason recorded");
        } else {
            String where = track == null ? "" : ", track: " + track;
            add(
                    path,
                    Severity.DEVIATION,
                    "DEVIATION_NEEDED",
                    chinese + ";请在 deviations 登记 {clause: \"" + clause.id() + "\"" + where + ", reason: …} 或修改 · "
                            + english + "; record a reason or change it");
        }
    }

    /** A value that the clause needs and that is not published. */
    void unknown(String path, String chinese, String english) {
        add(path, Severity.HARD, "RULE_MISSING", "未公布:" + chinese + " · not published: " + english);
    }

    /** Shown to approver and public; asks nothing. */
    void shows(String path, String chinese, String english) {
        add(path, Severity.INFO, "CLAUSE_SHOWN", chinese + " · " + english);
    }

    private void add(String path, Severity severity, String code, String message) {
        out.add(new Finding(
                path, clause.id(), severity, code, "[" + clause.id() + " " + clause.topic() + "] " + message));
    }
}
