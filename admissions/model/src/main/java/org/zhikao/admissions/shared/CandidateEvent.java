package org.zhikao.admissions.shared;

/** 考生事实: a fact in one candidate's dossier. */
public interface CandidateEvent extends Event {
    CandidateId candidate();
}
