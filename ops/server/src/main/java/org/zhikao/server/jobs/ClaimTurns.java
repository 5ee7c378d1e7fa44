package org.zhikao.server.jobs;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Supplier;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.zhikao.admissions.exemption.ExemptionCommand.AdvanceClaim;
import org.zhikao.admissions.exemption.ExemptionRefusal;
import org.zhikao.admissions.process.Instruction;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.Refused;
import org.zhikao.admissions.shared.Role;
import org.zhikao.server.work.ReviewerPool;
import org.zhikao.views.exemption.ClaimCase;
import org.zhikao.views.exemption.ClaimQueries;

/**
 * 推进审核: asks a claim for its next turn once its deadline says so. The claim itself knows what is due, so that asking twice
 * does nothing.
 */
final class ClaimTurns implements Instruction {
    private final Supplier<CommandGateway> commands;
    private final ClaimQueries claims;
    private final ReviewerPool pool;
    private final Clock clock;
    private final SecureRandom seeds = new SecureRandom();

    ClaimTurns(Supplier<CommandGateway> commands, ClaimQueries claims, ReviewerPool pool, Clock clock) {
        this.commands = commands;
        this.claims = claims;
        this.pool = pool;
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
        try {
            commands.get()
                    .sendAndWait(new AdvanceClaim(candidate, number, pool.of(claim.season()), seeds.nextLong(), act));
        } catch (Refused refused) {
            if (refused.code() != ExemptionRefusal.NOTHING_DUE && refused.code() != ExemptionRefusal.ALREADY_DECIDED) {
                throw refused;
            }
        }
    }
}
