package org.zhikao.server.play;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhikao.admissions.exemption.ExemptionCommand.AddEvidence;
import org.zhikao.admissions.exemption.ExemptionCommand.ApproveExemption;
import org.zhikao.admissions.exemption.ExemptionCommand.ClaimExemption;
import org.zhikao.admissions.exemption.ExemptionCommand.RefuseExemption;
import org.zhikao.admissions.exemption.ExemptionCommand.RequestEvidence;
import org.zhikao.admissions.exemption.ExemptionCommand.WithdrawClaim;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.CandidateCommand;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.seeds.ExemptionStory;
import org.zhikao.seeds.FictionalCandidate;

/** 免试申请经过 as commands: the claim, its evidence, and what two reviewers say. */
final class ClaimStory {
    private static final String CLAUSE = "2013-3.1";

    private ClaimStory() {}

    /** What was done so far about a claim that still waits: handed in, and of every second one endorsed. */
    static List<CandidateCommand> begun(FictionalCandidate c, Cast cast) {
        Optional<ExemptionStory> drawn = c.exemption();
        if (drawn.isEmpty()) {
            return List.of();
        }
        ExemptionStory story = drawn.get();
        Act own = cast.candidate(c.id(), c.point());
        List<CandidateCommand> acts = new ArrayList<>();
        acts.add(new ClaimExemption(c.id(), story.ground(), story.unit(), own));
        story.evidence().forEach(e -> acts.add(new AddEvidence(c.id(), 1, e.kind(), e.digest(), own)));
        if (story.endorsed() && story.late() == null && c.index() % 2 == 0) {
            acts.add(new ApproveExemption(
                    c.id(), 1, CLAUSE, cast.reviewer(c.index(), false).because("材料齐全,符合条件")));
        }
        return acts;
    }

    static List<CandidateCommand> of(FictionalCandidate c, Cast cast, Instant until) {
        Optional<ExemptionStory> drawn = c.exemption();
        if (drawn.isEmpty()) {
            return List.of();
        }
        ExemptionStory story = drawn.get();
        CandidateId id = c.id();
        Act own = cast.candidate(id, c.point());
        Act first = cast.reviewer(c.index(), false);
        Act second = cast.reviewer(c.index(), true);
        List<CandidateCommand> acts = new ArrayList<>();
        acts.add(new ClaimExemption(id, story.ground(), story.unit(), own));
        story.evidence().forEach(e -> acts.add(new AddEvidence(id, 1, e.kind(), e.digest(), own)));
        if (story.withdrawn()) {
            acts.add(new WithdrawClaim(id, 1, own));
            return acts;
        }
        ExemptionStory.Evidence late = story.late();
        if (late != null) {
            acts.add(new RequestEvidence(id, 1, until, first.because("请补充证明材料")));
            acts.add(new AddEvidence(id, 1, late.kind(), late.digest(), own));
        }
        if (!story.endorsed()) {
            acts.add(new RefuseExemption(id, 1, CLAUSE, first.because("证明材料不符合条件")));
            return acts;
        }
        acts.add(new ApproveExemption(id, 1, CLAUSE, first.because("材料齐全,符合条件")));
        acts.add(
                story.approved()
                        ? new ApproveExemption(id, 1, CLAUSE, second.because("复核无误"))
                        : new RefuseExemption(id, 1, CLAUSE, second.because("复核发现获奖级别不符")));
        return acts;
    }
}
