package org.zhikao.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.shared.EventNames;
import org.zhikao.workflows.release.ReleaseContracts;

/** Every kind of fact either moves a token or is known not to: nothing is forgotten when an event is added. */
class CoveringEveryFactTest {
    /** 不推进令牌的事实, by stored name. */
    private static final Set<String> RESTING = Set.of(
            // drafts, versions and votes: the season's case starts when its rules are published
            "season.drafted",
            "season.revised",
            "season.approved",
            "season.amendment-proposed",
            "season.amendment-voted",
            "season.amendment-approved",
            "season.amendment-published",
            // a person's particulars never decide a turn
            "registration.particulars",
            "registration.particulars-corrected",
            // one run or draw for many: each candidate has a fact of their own
            "exam.drawn",
            "scoring.computed",
            // between arrangement and release nobody's turn changes
            "exam.ticket",
            "exam.attended",
            "exam.missed",
            "scoring.marked",
            "scoring.corrected",
            // a saved list is nobody's turn until it is locked
            "preference.saved",
            // what is drawn for later cases moves none of today's: running ones are refolded
            "season.process-drafted",
            "season.process-approved",
            "season.process-published",
            "season.process-bound",
            // what a register says moves nobody
            "exemption.assessed",
            // plans are no case
            "plan.declared",
            "plan.changed");

    private final Contracts contracts = ReleaseContracts.with(season -> 2);

    @Test
    void everyEventMovesATokenOrRests() {
        Set<String> moving = new TreeSet<>();
        contracts.moving().forEach(type -> moving.add(EventNames.nameOf(type.getName())));
        assertThat(moving).doesNotContainAnyElementsOf(RESTING);
        Set<String> all = new HashSet<>(moving);
        all.addAll(RESTING);
        assertThat(all).isEqualTo(EventNames.all().keySet());
    }
}
