package org.zhikao.admissions.process;

/**
 * 指令出口: where the instructions of a process go.
 *
 * <p>Called from a job of its own, in the job's transaction, possibly more than once for one call: what it does must be
 * idempotent in all four parameters. A refusal ({@link org.zhikao.admissions.shared.Refused}) is not tried again and becomes
 * an incident.
 */
@FunctionalInterface
public interface Instructions {
    /**
     * Carries an instruction out.
     *
     * @param instruction the registered name, such as {@code remind}
     * @param activity the wait or duty that the deadline hangs on
     */
    void issue(String instruction, String process, String caseKey, String activity);
}
