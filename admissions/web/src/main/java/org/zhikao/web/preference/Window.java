package org.zhikao.web.preference;

import java.util.List;
import org.zhikao.admissions.preference.Preferences;
import org.zhikao.views.dossier.Candidate;

/**
 * 填报窗口: which round is open to this candidate and what counts in it now.
 *
 * @param round the open round, 0 when none is
 * @param most most wishes in that round
 * @param saved the list of that round, empty when none was saved yet
 * @param standing what counts now, a message key below {@code wish.counts.}
 */
record Window(int round, int most, List<String> saved, String standing) {
    Window {
        saved = List.copyOf(saved);
    }

    static Window of(Candidate candidate, int openRound, int most) {
        Candidate.Wishes wishes = candidate.wishes();
        boolean seated = candidate.outcome() != null && candidate.outcome().offer() != null;
        boolean eligible =
                candidate.released() != null && candidate.released().result().eligible();
        if (!eligible || seated || candidate.exemptions().exempt()) {
            return new Window(0, 0, wishes == null ? List.of() : wishes.units(), "none");
        }
        if (wishes == null || (openRound > 0 && wishes.round() < openRound)) {
            return new Window(openRound, most, List.of(), openRound == 0 ? "notYet" : "empty");
        }
        if (wishes.stage() == Preferences.Stage.LOCKED) {
            return new Window(0, 0, wishes.units(), wishes.byDeadline() ? "lockedByDeadline" : "locked");
        }
        if (wishes.stage() == Preferences.Stage.LAPSED) {
            return new Window(0, 0, List.of(), "lapsed");
        }
        return new Window(openRound, most, wishes.units(), openRound == 0 ? "closedSaved" : "saved");
    }

    public boolean open() {
        return round > 0;
    }

    public boolean full() {
        return most > 0 && saved.size() >= most;
    }
}
