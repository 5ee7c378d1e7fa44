package org.zhikao.admissions.duty;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.CandidateCommand;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.Sealed;

/** 职责指令. */
public sealed interface DutyCommand extends CandidateCommand {
    /**
     * 履行职责: the outcome and the form that goes with it.
     *
     * @param about business key of the case: the candidate, or one claim
     * @param answers by field, what is personal left out
     * @param personal the personal fields sealed together, null when none was filled in
     */
    record DecideDuty(
            CandidateId candidate,
            String process,
            String about,
            String duty,
            String outcome,
            Map<String, String> answers,
            @Nullable Sealed personal,
            Act act)
            implements DutyCommand {
        public DecideDuty {
            answers = Map.copyOf(answers);
        }
    }
}
