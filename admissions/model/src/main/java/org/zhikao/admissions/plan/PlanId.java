package org.zhikao.admissions.plan;

import org.zhikao.admissions.shared.Malformed;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.SeasonId;

/** 计划号: one college's plan of one season, stored as {@code <season>/plan/<last part of the college's id>}. */
public record PlanId(SeasonId season, String college) {
    public PlanId {
        if (!college.matches("[0-9a-z]+")) {
            throw new Malformed("not a college code: " + college);
        }
    }

    public static PlanId of(SeasonId season, OrganisationId college) {
        return new PlanId(season, college.value().substring(college.value().lastIndexOf('/') + 1));
    }

    @Override
    public String toString() {
        return season + "/plan/" + college;
    }
}
