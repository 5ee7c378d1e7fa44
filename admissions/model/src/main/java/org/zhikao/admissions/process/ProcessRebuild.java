package org.zhikao.admissions.process;

import java.util.function.LongConsumer;

/** 重建流程: empties tokens, positions, pending facts and worklist, and folds them anew from the facts. */
public interface ProcessRebuild {
    /**
     * Rebuilds everything the readers had reached; returns when live facts are taken again.
     *
     * @param progress told the number of facts folded so far, from time to time and from several threads
     */
    Report rebuild(LongConsumer progress);

    /**
     * 启用已公布的流程: deploys what was published last and refolds every case onto it, while the application runs. From the
     * first moment on a mark keeps readers and pages out, so that a kill at any point ends in the same state after the next start.
     *
     * @param progress as for {@link #rebuild}
     */
    Report apply(LongConsumer progress);

    /** True when a rebuild was begun and not finished, such as by a kill. */
    boolean unfinished();

    /** 重建结果. */
    record Report(long facts, long cases, long millis) {}
}
