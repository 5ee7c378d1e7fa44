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

    /** The value as people write it: no exponent, no trailing zeros. */
    public static String plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
