package org.zhikao.admissions.process;

/** 先到的事实: a fact that no token waits for yet; one that never finds its wait is a finding for the operators. */
public record PendingFact(String process, String caseKey, long index, String word) {}
