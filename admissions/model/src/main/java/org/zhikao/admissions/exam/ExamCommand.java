package org.zhikao.admissions.exam;

import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.CandidateCommand;
import org.zhikao.admissions.shared.CandidateId;

/** 考试组织指令. */
public sealed interface ExamCommand extends CandidateCommand {
    /** 编排考场座位: what the draw {@code draw} gave this candidate. */
    record ArrangeExam(CandidateId candidate, String draw, Seat seat, Act act) implements ExamCommand {}

    /** 发放准考证. */
    record IssueTicket(CandidateId candidate, Act act) implements ExamCommand {}

    /** 登记到考 or 缺考 of one sitting. */
    record RecordAttendance(CandidateId candidate, String sitting, boolean present, Act act) implements ExamCommand {}
}
