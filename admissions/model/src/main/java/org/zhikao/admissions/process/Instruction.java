package org.zhikao.admissions.process;

/** 登记的指令: one that the application itself carries out; what {@link Instructions} says about repetition holds here too. */
public interface Instruction {
    /** The registered name, as models have it. */
    String name();

    void issue(String process, String caseKey, String activity);
}
