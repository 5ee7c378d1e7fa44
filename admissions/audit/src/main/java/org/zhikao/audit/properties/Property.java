package org.zhikao.audit.properties;

/** 性质: one published sentence that a placement must satisfy. */
interface Property {
    /** The published number, such as {@code P4}. */
    default String number() {
        return getClass().getSimpleName().replaceAll("^(P\\d+).*", "$1");
    }

    void check(PublishedRun run, Occupancy seats, Findings findings);
}
