package org.zhikao.seeds;

import org.zhikao.admissions.shared.OrganisationId;

/** 机构 of the fictional province. */
public record Organisation(OrganisationId id, Kind kind, String name) {
    /** 机构类别. */
    public enum Kind {
        /** 省 */
        PROVINCE,
        /** 市 */
        CITY,
        /** 县 */
        COUNTY,
        /** 中等职业学校 */
        VOCATIONAL_SCHOOL,
        /** 技工学校 */
        TECHNICAL_SCHOOL,
        /** 招生院校 */
        COLLEGE;

        /** True for the schools that candidates attend. */
        public boolean school() {
            return this == VOCATIONAL_SCHOOL || this == TECHNICAL_SCHOOL;
        }
    }
}
