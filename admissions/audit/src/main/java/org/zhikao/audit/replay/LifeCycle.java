package org.zhikao.audit.replay;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 考生事实的合法次序: which fact may follow on which, stated apart from the code that decides.
 *
 * <p>A story has six strands. A fact moves one strand from one of the stages named to another ({@code =} keeps it), while
 * the registration stands at one of the stages named, inside the phase named. Claims are a strand each; preferences and
 * outcome count rounds.
 */
final class LifeCycle {
    /** 环节. */
    enum Strand {
        REGISTRATION,
        EXAM,
        CLAIM,
        SCORE,
        PREFERENCE,
        OUTCOME
    }

    private static final String TABLE = """
            fact                               | strand       | from                       | to        | registration                 | phase
            registration.submitted             | REGISTRATION | NONE                       | SUBMITTED | NONE                         | REGISTRATION
            registration.particulars           | REGISTRATION | SUBMITTED                  | =         | SUBMITTED                    |
            registration.particulars-corrected | REGISTRATION | SUBMITTED RETURNED CONFIRMED REJECTED | = | SUBMITTED RETURNED CONFIRMED REJECTED |
            registration.resubmitted           | REGISTRATION | RETURNED                   | SUBMITTED | RETURNED                     | REGISTRATION
            registration.confirmed             | REGISTRATION | SUBMITTED                  | CONFIRMED | SUBMITTED                    |
            registration.rejected              | REGISTRATION | SUBMITTED                  | REJECTED  | SUBMITTED                    |
            registration.returned              | REGISTRATION | SUBMITTED                  | RETURNED  | SUBMITTED                    |
            registration.withdrawn             | REGISTRATION | SUBMITTED RETURNED CONFIRMED | WITHDRAWN | SUBMITTED RETURNED CONFIRMED |
            exam.arranged                      | EXAM         | NONE                       | ARRANGED  | CONFIRMED                    | EXAM
            exam.ticket                        | EXAM         | ARRANGED                   | TICKETED  | CONFIRMED                    | EXAM
            exam.attended                      | EXAM         | TICKETED                   | =         | CONFIRMED                    | EXAM
            exam.missed                        | EXAM         | TICKETED                   | =         | CONFIRMED                    | EXAM
            duty.decided                       | REGISTRATION | SUBMITTED RETURNED CONFIRMED | =      | SUBMITTED RETURNED CONFIRMED |
            exemption.claimed                  | CLAIM        | NONE                       | CLAIMED   | SUBMITTED RETURNED CONFIRMED | EXEMPTION
            exemption.appealed                 | CLAIM        | NONE                       | CLAIMED   | CONFIRMED                    |
            exemption.evidence                 | CLAIM        | AWAITING                   | CLAIMED   | SUBMITTED RETURNED CONFIRMED REJECTED WITHDRAWN |
            exemption.evidence                 | CLAIM        | CHECKING CLAIMED ASSIGNED SAID NOTICED | =         | SUBMITTED RETURNED CONFIRMED REJECTED WITHDRAWN |
            exemption.assessed                 | CLAIM        | CHECKING CLAIMED ASSIGNED AWAITING SAID NOTICED | =         | SUBMITTED RETURNED CONFIRMED REJECTED WITHDRAWN |
            exemption.attested                 | CLAIM        | CHECKING                   | CLAIMED   | SUBMITTED RETURNED CONFIRMED REJECTED WITHDRAWN |
            exemption.assigned                 | CLAIM        | CLAIMED SAID               | ASSIGNED  | SUBMITTED RETURNED CONFIRMED REJECTED |
            exemption.handed-back              | CLAIM        | ASSIGNED                   | CLAIMED   | SUBMITTED RETURNED CONFIRMED REJECTED WITHDRAWN |
            exemption.relation                 | CLAIM        | CHECKING CLAIMED ASSIGNED AWAITING SAID NOTICED | =         | SUBMITTED RETURNED CONFIRMED REJECTED WITHDRAWN |
            exemption.evidence-requested       | CLAIM        | ASSIGNED                   | AWAITING  | SUBMITTED RETURNED CONFIRMED REJECTED WITHDRAWN |
            exemption.opinion                  | CLAIM        | ASSIGNED                   | SAID      | SUBMITTED RETURNED CONFIRMED REJECTED WITHDRAWN |
            exemption.opinion-taken-back       | CLAIM        | SAID                       | ASSIGNED  | SUBMITTED RETURNED CONFIRMED REJECTED WITHDRAWN |
            exemption.notice-posted            | CLAIM        | SAID                       | NOTICED   | SUBMITTED RETURNED CONFIRMED REJECTED |
            exemption.objection                | CLAIM        | NOTICED                    | =         | SUBMITTED RETURNED CONFIRMED REJECTED WITHDRAWN |
            exemption.objection-decided        | CLAIM        | NOTICED                    | =         | SUBMITTED RETURNED CONFIRMED REJECTED WITHDRAWN |
            exemption.notice-closed            | CLAIM        | NOTICED                    | CLAIMED   | SUBMITTED RETURNED CONFIRMED REJECTED |
            exemption.approved                 | CLAIM        | SAID                       | APPROVED  | CONFIRMED                    |
            exemption.refused                  | CLAIM        | SAID                       | REFUSED   | SUBMITTED RETURNED CONFIRMED REJECTED |
            exemption.withdrawn                | CLAIM        | CHECKING CLAIMED ASSIGNED AWAITING SAID NOTICED | WITHDRAWN | SUBMITTED RETURNED CONFIRMED REJECTED WITHDRAWN |
            exemption.waived                   | CLAIM        | AWAITING APPROVED          | WAIVED    | SUBMITTED RETURNED CONFIRMED REJECTED |
            scoring.marked                     | SCORE        | NONE                       | =         | CONFIRMED                    | SCORING
            scoring.corrected                  | SCORE        | NONE                       | =         | CONFIRMED                    | SCORING
            scoring.released                   | SCORE        | NONE                       | RELEASED  | CONFIRMED                    | SCORING
            preference.saved                   | PREFERENCE   | NONE SAVED                 | SAVED     | CONFIRMED                    | PREFERENCE
            preference.locked                  | PREFERENCE   | SAVED                      | LOCKED    | CONFIRMED                    | PREFERENCE
            preference.lapsed                  | PREFERENCE   | NONE                       | LAPSED    | CONFIRMED                    |
            placement.placed                   | OUTCOME      | NONE UNPLACED              | PLACED    | CONFIRMED                    | PLACEMENT
            placement.not-placed               | OUTCOME      | NONE UNPLACED              | UNPLACED  | CONFIRMED                    | PLACEMENT
            placement.confirmed                | OUTCOME      | PLACED                     | ACCEPTED  | CONFIRMED                    | CONFIRMATION
            placement.declined                 | OUTCOME      | PLACED                     | DECLINED  | CONFIRMED                    | CONFIRMATION
            """;

    /** 一行: one line of the table; {@code to} is null where the stage stays. */
    record Move(
            String fact,
            Strand strand,
            Set<Stage> from,
            @Nullable Stage to,
            Set<Stage> registration,
            String phase) {
        Stage after(Stage before) {
            return to == null ? before : to;
        }
    }

    private static final Map<String, List<Move>> MOVES = parse();

    private LifeCycle() {}

    private static Map<String, List<Move>> parse() {
        Map<String, List<Move>> moves = new HashMap<>();
        TABLE.lines().skip(1).forEach(line -> {
            String[] cell = line.split("\\|", -1);
            String fact = cell[0].strip();
            String to = cell[3].strip();
            moves.computeIfAbsent(fact, k -> new ArrayList<>())
                    .add(new Move(
                            fact,
                            Strand.valueOf(cell[1].strip()),
                            stages(cell[2]),
                            to.equals("=") ? null : Stage.valueOf(to),
                            stages(cell[4]),
                            cell[5].strip()));
        });
        return Map.copyOf(moves);
    }

    private static Set<Stage> stages(String cell) {
        Set<Stage> stages = EnumSet.noneOf(Stage.class);
        for (String name : cell.strip().split(" +", -1)) {
            stages.add(Stage.valueOf(name));
        }
        return stages;
    }

    /** The lines for a stored name; null when it is no fact of a candidate. */
    static @Nullable List<Move> moves(String name) {
        return MOVES.get(name);
    }

    /** Every stored name of the table. */
    static Set<String> facts() {
        return MOVES.keySet();
    }
}
