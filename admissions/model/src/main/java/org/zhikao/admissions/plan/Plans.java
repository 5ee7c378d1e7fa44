package org.zhikao.admissions.plan;

import org.zhikao.admissions.shared.SeasonId;

/** Port to the declared plans of a season as their facts stand now. */
public interface Plans {
    /** True when a declared unit of that code accepts such a candidate. */
    boolean offers(SeasonId season, String track, String category, String kind, String unit);
}
