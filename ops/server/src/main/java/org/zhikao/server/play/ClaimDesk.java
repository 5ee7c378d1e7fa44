package org.zhikao.server.play;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.exemption.ExemptionCommand.AddEvidence;
import org.zhikao.admissions.exemption.ExemptionCommand.AdvanceClaim;
import org.zhikao.admissions.exemption.ExemptionCommand.ApproveExemption;
import org.zhikao.admissions.exemption.ExemptionCommand.AttestClaim;
import org.zhikao.admissions.exemption.ExemptionCommand.ClaimExemption;
import org.zhikao.admissions.exemption.ExemptionCommand.RefuseExemption;
import org.zhikao.admissions.exemption.ExemptionCommand.RequestEvidence;
import org.zhikao.admissions.exemption.ExemptionCommand.WithdrawClaim;
import org.zhikao.admissions.exemption.Reviewer;
import org.zhikao.admissions.exemption.Stage;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.CandidateCommand;
import org.zhikao.seeds.ExemptionStory;
import org.zhikao.seeds.FictionalCandidate;
import org.zhikao.views.exemption.ClaimCase;

/** 免试审核 as it is played: who acts next on each open claim, as the views show it, and what that person does by the story. */
final class ClaimDesk {
    private static final String CLAUSE = "2013-3.1";
    /** How long a candidate has for more evidence. */
    private static final Duration PATIENCE = Duration.ofDays(5);

    private final Cast cast;
    private final Clock clock;
    private final long seed;
    private final Map<ActorId, Reviewer> pool = new TreeMap<>();

    ClaimDesk(Cast cast, Clock clock, long seed, List<Reviewer> pool) {
        this.cast = cast;
        this.clock = clock;
        this.seed = seed;
        pool.forEach(reviewer -> this.pool.put(reviewer.id(), reviewer));
    }

    /** The claim with its evidence; nothing for who claims nothing. */
    List<CandidateCommand> claim(FictionalCandidate c) {
        Optional<ExemptionStory> drawn = c.exemption();
        if (drawn.isEmpty()) {
            return List.of();
        }
        ExemptionStory story = drawn.get();
        Act own = cast.candidate(c.id(), c.point());
        List<CandidateCommand> acts = new ArrayList<>();
        acts.add(new ClaimExemption(c.id(), story.ground(), story.unit(), own));
        story.evidence().forEach(e -> acts.add(new AddEvidence(c.id(), 1, e.kind(), e.digest(), own)));
        return acts;
    }

    /** What happens next to the claim, null when nothing does now; {@code people} false where only the system goes on. */
    @Nullable
    CandidateCommand next(ClaimCase claim, FictionalCandidate c, boolean people) {
        ExemptionStory story = c.exemption().orElseThrow();
        if (story.withdrawn()) {
            return people ? new WithdrawClaim(c.id(), claim.claim(), own(c)) : null;
        }
        if (claim.stage() == Stage.SCHOOL_CHECK) {
            return people ? new AttestClaim(c.id(), claim.claim(), true, cast.point(c.point())) : null;
        }
        if (claim.stage() == Stage.AWAITING_EVIDENCE) {
            ExemptionStory.Evidence late = story.late();
            return late == null || !people
                    ? null
                    : new AddEvidence(c.id(), claim.claim(), late.kind(), late.digest(), own(c));
        }
        ActorId assigned = claim.handling().reviewer();
        if (assigned == null) {
            return ripe(claim) ? advance(claim, c) : null;
        }
        Reviewer reviewer = pool.get(assigned);
        return reviewer == null || !people ? null : opinion(claim, c, story, cast.assigned(reviewer));
    }

    /** From when on something happens to the claim of itself; null when a person must act. */
    @Nullable
    Instant due(ClaimCase claim) {
        return claim.handling().reviewer() == null && !ripe(claim) ? claim.due() : null;
    }

    private boolean ripe(ClaimCase claim) {
        Instant due = claim.due();
        Instant now = clock.instant();
        return due == null || (claim.stage() == Stage.PUBLIC_NOTICE ? now.isAfter(due) : !now.isBefore(due));
    }

    private CandidateCommand advance(ClaimCase claim, FictionalCandidate c) {
        long turn = 31L * claim.reviewers().size() + claim.stage().ordinal();
        return new AdvanceClaim(
                c.id(),
                claim.claim(),
                List.copyOf(pool.values()),
                seed * 1_000_003 + c.index() * 1_009L + turn,
                cast.system());
    }

    private CandidateCommand opinion(ClaimCase claim, FictionalCandidate c, ExemptionStory story, Act act) {
        ExemptionStory.Evidence late = story.late();
        boolean lacking = late != null
                && claim.evidence().stream().noneMatch(e -> e.digest().equals(late.digest()));
        if (lacking && claim.stage() == Stage.FIRST_REVIEW) {
            return new RequestEvidence(c.id(), claim.claim(), clock.instant().plus(PATIENCE), act.because("请补充证明材料"));
        }
        // The story of a refusal at the second review has the third reviewer side with the second.
        boolean agrees = claim.stage() == Stage.FIRST_REVIEW ? story.endorsed() : story.approved();
        return agrees
                ? new ApproveExemption(c.id(), claim.claim(), CLAUSE, act.because("材料齐全,符合条件"))
                : new RefuseExemption(c.id(), claim.claim(), CLAUSE, act.because("证明材料不符合条件"));
    }

    private Act own(FictionalCandidate c) {
        return cast.candidate(c.id(), c.point());
    }
}
