package org.zhikao.server.work;

import java.util.List;
import org.zhikao.admissions.exemption.Reviewer;
import org.zhikao.admissions.shared.SeasonId;

/** 可分配的人员: who may be drawn for a claim, each with the cases in hand now. */
@FunctionalInterface
public interface ReviewerPool {
    List<Reviewer> of(SeasonId season);
}
