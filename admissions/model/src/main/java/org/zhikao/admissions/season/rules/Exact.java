package org.zhikao.admissions.season.rules;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Exact decimal arithmetic of marks. */
public final class Exact {
    private Exact() {}

    public static long powerOfTen(int exponent) {
        return BigInteger.TEN.pow(exponent).longValueExact();
    }

    /** How many decimal places the value needs, never negative. */
    public static int places(BigDecimal value) {
        return Math.max(0, value.stripTrailingZeros().scale());
    }
}
