package org.zhikao.server.play;

/** Told how a played season goes on. */
public interface Progress {
    /** Nobody watches. */
    Progress SILENT = new Progress() {
        @Override
        public void phase(String name, long expected) {}

        @Override
        public void done(long acts) {}

        @Override
        public void ended(String name, long nanos) {}
    };

    /** A phase begins; {@code expected} acts are foreseen in it, 0 when unknown. */
    void phase(String name, long expected);

    /** So many acts of the phase are done. */
    void done(long acts);

    /** The phase ended after so many nanoseconds. */
    void ended(String name, long nanos);
}
