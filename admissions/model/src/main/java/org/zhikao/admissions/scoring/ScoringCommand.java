package org.zhikao.admissions.scoring;

import java.util.Map;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.CandidateCommand;
import org.zhikao.admissions.shared.CandidateId;

/** 成绩指令. */
public sealed interface ScoringCommand extends CandidateCommand {
    /** 登分: marks of one or more components, one fact each, all or none. */
    record RecordMarks(CandidateId candidate, Map<String, Mark> marks, Act act) implements ScoringCommand {}

    /** 更正成绩: one component, with document and reason. */
    record CorrectMark(CandidateId candidate, String component, Mark mark, String document, Act act)
            implements ScoringCommand {}

    /** 公布成绩: what the engine computed for this candidate under release {@code release}. */
    record ReleaseResult(CandidateId candidate, String release, Result result, Act act) implements ScoringCommand {}
}
