package org.zhikao.admissions.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * 流程现状: where the tokens are. Read from tables that are committed together with the tokens.
 *
 * <p>While a rebuild is under way every method throws {@link RebuildUnderWay}: a half-folded state is never served.
 */
public interface ProcessState {
    /** Number of tokens by process and by activity; ended cases count at their end event. */
    Map<String, Map<String, Long>> tokens();

    /** Number of cases by process and by sequence flow taken, for the picture with counts. */
    Map<String, Long> flows(String process);

    Optional<Position> position(String process, String caseKey);

    /** All processes of a case: a candidate's journey and its claims; ordered by process and key. */
    List<Position> positions(String caseId);

    /** Open duties of a role, the most urgent first. */
    List<Duty> duties(String role, int limit);

    /** Open duties of a case and of its sub-cases. */
    List<Duty> dutiesOf(String caseId);

    /** Facts no token waits for, the oldest first. */
    List<PendingFact> pending(int limit);

    long pendingCount();

    List<Incident> incidents(int limit);

    long incidentCount();
}
