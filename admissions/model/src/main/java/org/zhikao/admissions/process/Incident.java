package org.zhikao.admissions.process;

import java.time.Instant;

/** 流程故障: an instruction or a deadline of one case that failed and waits for an operator. */
public record Incident(String id, String process, String caseKey, String activity, String message, Instant at) {}
