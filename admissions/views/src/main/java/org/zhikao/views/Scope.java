package org.zhikao.views;

import org.zhikao.admissions.shared.OrganisationId;

/**
 * 数据权限: which registration points an account sees, as a condition on a column that sorts by code point: the
 * organisation itself, or whatever lies between {@code 37/} and {@code 370}.
 */
public final class Scope {
    private Scope() {}

    /** Takes {@link #parameters}. The character after {@code '/'} is {@code '0'}. */
    public static String condition(String column) {
        return "(" + column + " = ? or (" + column + " > ? || '/' and " + column + " < ? || '0'))";
    }

    /** What {@link #condition} asks for, in order. */
    public static Object[] parameters(OrganisationId organisation) {
        return new Object[] {organisation.value(), organisation.value(), organisation.value()};
    }
}
