package org.zhikao.admissions.exemption;

import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.SeasonId;

/**
 * Port to the registers (获奖名单、证书名册、退役与失业名册、学分银行): what they say about a claim when it is looked up. A register that
 * cannot be asked is a state of the answer, never a failure.
 */
@FunctionalInterface
public interface Registers {
    Assessment look(SeasonId season, CandidateId candidate, int claim, String ground);
}
