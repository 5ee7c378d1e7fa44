package org.zhikao.admissions.worse;

import org.zhikao.admissions.bad.Faults;

/** Half of a circle of two features. */
public final class OtherSide {
    public static final Class<?> ONE = Faults.OneSide.class;
}
