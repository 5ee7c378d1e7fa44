package org.zhikao.admissions.shared;

/** 考生指令: an order to one candidate's dossier. */
public interface CandidateCommand extends Command {
    CandidateId candidate();

    @Override
    default String target() {
        return candidate().value();
    }
}
