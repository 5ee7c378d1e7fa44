package org.zhikao.server.jobs;

import org.zhikao.admissions.process.ProcessRebuild;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.web.ProcessWork;

/** 启用流程 as a job, with the facts folded so far as its progress. */
final class ProcessDeskWork implements ProcessWork {
    private final DeskWork jobs;
    private final ProcessRebuild processes;

    ProcessDeskWork(DeskWork jobs, ProcessRebuild processes) {
        this.jobs = jobs;
        this.processes = processes;
    }

    @Override
    public String apply(SeasonId season, Act act) {
        return jobs.start(
                season,
                "APPLY_PROCESS",
                act,
                watch -> watch.finished(processes.apply(watch::done).facts()));
    }
}
