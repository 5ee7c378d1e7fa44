package org.zhikao.admissions.process;

import java.time.Instant;
import java.util.List;

/**
 * 流程位置: where one case stands in one process.
 *
 * @param process key of the process, such as {@code application}
 * @param caseKey business key: candidate, claim or season
 * @param definition the deployed version that the case runs on
 * @param activities ids of the waits the tokens stand in, sorted; the end event alone once the case has ended
 * @param flows ids of the sequence flows taken so far, sorted
 * @param ended true once the case has ended
 * @param lastIndex global index of the last fact that the process took notice of for this case
 * @param since legal instant of that fact: waiting times are counted from here
 */
public record Position(
        String process,
        String caseKey,
        String definition,
        List<String> activities,
        List<String> flows,
        boolean ended,
        long lastIndex,
        Instant since) {
    public Position {
        activities = List.copyOf(activities);
        flows = List.copyOf(flows);
    }
}
