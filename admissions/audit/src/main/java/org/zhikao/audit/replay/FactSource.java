package org.zhikao.audit.replay;

/** 事实来源: the stored facts, read twice, never held as a whole. */
public interface FactSource {
    /** The facts of seasons, plans, draws, releases and runs, by global index. */
    void seasons(Reader reader);

    /** All facts, by aggregate id in code point order, then by sequence, then by global index. */
    void all(Reader reader);

    /** Takes one fact after another. */
    @FunctionalInterface
    interface Reader {
        void read(StoredFact fact);
    }
}
