package org.zhikao.server.jobs;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.zhikao.admissions.exemption.Assessment;
import org.zhikao.admissions.exemption.ExemptionCommand.AdvanceClaim;
import org.zhikao.admissions.exemption.ExemptionCommand.AssessClaim;
import org.zhikao.admissions.exemption.ExemptionRefusal;
import org.zhikao.admissions.exemption.Registers;
import org.zhikao.admissions.process.Decisions;
import org.zhikao.admissions.process.Instruction;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.Command;
import org.zhikao.admissions.shared.Refused;
import org.zhikao.admissions.shared.Role;
import org.zhikao.server.axon.CommandBatches;
import org.zhikao.server.work.ReviewerPool;
import org.zhikao.views.exemption.ClaimCase;
import org.zhikao.views.exemption.ClaimQueries;

/**
 * 推进审核: asks a claim for its next turn once its deadline says so. The claim itself knows what is due, so that asking twice
 * does nothing.
 */
final class ClaimTurns implements Instruction {
    private static final String TABLE = "exemption-eligibility";

    private final Supplier<CommandBatches> commands;
    private final ClaimQueries claims;
    private final ReviewerPool pool;
    private final Registers registers;
    private final Decisions decisions;
    private final Clock clock;
    private final SecureRandom seeds = new SecureRandom();

    ClaimTurns(
            Supplier<CommandBatches> commands,
            ClaimQueries claims,
            ReviewerPool pool,
            Registers registers,
            Decisions decisions,
            Clock clock) {
        this.commands = commands;
        this.claims = claims;
        this.pool = pool;
        this.registers = registers;
        this.decisions = decisions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "advance-claim";
    }

    /** {@code caseKey} is {@code <candidate>/exemption/<n>}. */
    @Override
    public void issue(String process, String caseKey, String activity) {
        String[] key = caseKey.split("/", -1);
        CandidateId candidate = new CandidateId(key[0]);
        int number = Integer.parseInt(key[2]);
        // The views may not have read the claim yet: then the job fails and comes again.
        ClaimCase claim = claims.find(candidate, number)
                .orElseThrow(() -> new IllegalStateException("not in the views yet: " + caseKey));
        Act act = new Act(clock.instant(), ActorId.SYSTEM, Role.SYSTEM, claim.point(), "", "turn");
        List<Command> turn = new ArrayList<>();
        if (claim.handling().assessment() == null) {
            turn.add(assessment(claim, act));
        }
        turn.add(new AdvanceClaim(candidate, number, pool.of(claim.season()), seeds.nextLong(), act));
        // Together: between two units of work a page could take the case and wait for this job, which would wait for
        // it.
        for (Refused refused : commands.get().send(turn)) {
            if (refused != null
                    && refused.code() != ExemptionRefusal.NOTHING_DUE
                    && refused.code() != ExemptionRefusal.ALREADY_DECIDED) {
                throw refused;
            }
        }
    }

    /** Before anybody has the claim: what register and table say is a fact of it from then on, and is not asked again. */
    private AssessClaim assessment(ClaimCase claim, Act act) {
        Assessment found = registers.look(claim.season(), claim.candidate(), claim.claim(), claim.ground());
        String ground = claim.ground();
        Map<String, Object> inputs = Map.of(
                "match", found.match().name(),
                "kind", ground.indexOf(':') < 0 ? "ground" : ground.substring(0, ground.indexOf(':')),
                "evidence", claim.evidence().size());
        Decisions.Proposed proposed = decisions.propose(TABLE, inputs);
        Map<String, String> asked = new TreeMap<>();
        inputs.forEach((name, value) -> asked.put(name, value.toString()));
        return new AssessClaim(
                claim.candidate(),
                claim.claim(),
                new Assessment(
                        found.match(),
                        found.register(),
                        found.source(),
                        found.entry(),
                        found.reason(),
                        proposed.table(),
                        proposed.digest(),
                        asked,
                        proposed.rows(),
                        Assessment.Proposal.valueOf(proposed.outcome())),
                act);
    }
}
