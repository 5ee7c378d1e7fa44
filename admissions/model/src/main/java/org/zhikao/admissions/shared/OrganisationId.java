package org.zhikao.admissions.shared;

import java.util.regex.Pattern;

/**
 * 机构: a node of the organisation tree, written as its path from the province, such as {@code 37/3701/370102/s0012}.
 *
 * <p>Province, city, county and school stand below one another; a college is {@code 37/u0003}. The path is the scope: who
 * holds an account at a node sees that node and everything below it.
 */
public record OrganisationId(String value) implements Comparable<OrganisationId> {
    private static final Pattern SHAPE = Pattern.compile("[0-9a-z]+(/[0-9a-z]+){0,5}");

    public OrganisationId {
        Ids.require(SHAPE, value, "organisation id");
    }

    /** True when {@code other} is this organisation or lies below it. */
    public boolean covers(OrganisationId other) {
        return other.value.equals(value) || other.value.startsWith(value + "/");
    }

    @Override
    public int compareTo(OrganisationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
