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

    /** True when a rebuild was begun and not finished, such as by a kill. */
    boolean unfinished();

    /** 重建结果. */
    record Report(long facts, long cases, long millis) {}
}
