package org.zhikao.workflows.engine;

/**
 * 引擎设置.
 *
 * @param jobs false where nothing may run beside the facts, such as in a season that plays in seconds
 * @param batch facts moved in one engine command and one transaction
 * @param segments threads of the ingress; a case always meets the same one
 * @param analyze whether the planner is told while tables grow from empty
 */
public record EngineSettings(boolean jobs, int batch, int segments, boolean analyze) {
    public static final EngineSettings DEFAULT = new EngineSettings(true, 500, 2, true);

    public EngineSettings withoutJobs() {
        return new EngineSettings(false, batch, segments, analyze);
    }
}
