package org.zhikao.views;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** 投影: folds facts into the rows of some tables. The same code serves live readers and rebuilds. */
public interface Projector {
    /** True when the fact belongs to the tables of this projector. */
    boolean takes(Fact fact);

    /**
     * Folds a batch into the tables, within the caller's transaction. Facts of one stream come in their order; a fact that the
     * rows already show changes nothing.
     *
     * @param blank the tables hold no row yet of any stream whose first fact is in the batch, so none need be read
     */
    void apply(JdbcTemplate jdbc, List<Fact> facts, boolean blank);
}
