package org.zhikao.server.jobs;

import org.zhikao.web.SeasonWork.RowError;

/** What a running job tells of itself; written a few times a second at most. */
final class Watch {
    private static final long PAUSE = 300_000_000L;

    private final JobStore store;
    private final String job;
    private long total;
    private long written;
    private int errors;

    Watch(JobStore store, String job) {
        this.store = store;
        this.job = job;
    }

    /** The number of the job. */
    String job() {
        return job;
    }

    synchronized void total(long rows) {
        total = rows;
    }

    synchronized void done(long rows) {
        long now = System.nanoTime();
        if (now - written > PAUSE) {
            written = now;
            store.progress(job, rows, Math.max(total, rows));
        }
    }

    synchronized void finished(long rows) {
        store.progress(job, rows, Math.max(total, rows));
    }

    synchronized void refused(long line, String column, String code, String message) {
        store.error(job, ++errors, new RowError(line, column, code, message));
    }
}
