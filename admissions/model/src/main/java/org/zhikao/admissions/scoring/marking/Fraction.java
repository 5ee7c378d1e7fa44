package org.zhikao.admissions.scoring.marking;

import java.math.BigInteger;

/** 精确值: a fraction in lowest terms, printed as {@code 211/2} or {@code 85}. */
public record Fraction(long numerator, long denominator) {
    public Fraction {
        if (denominator == 0) {
            throw new ArithmeticException("a denominator of zero");
        }
        long divisor = gcd(numerator, denominator);
        if (denominator < 0) {
            divisor = -divisor;
        }
        numerator /= divisor;
        denominator /= divisor;
    }

    private static long gcd(long a, long b) {
        return BigInteger.valueOf(a).gcd(BigInteger.valueOf(b)).longValueExact();
    }

    public static Fraction of(long value) {
        return new Fraction(value, 1);
    }

    /** The mean of two marks. */
    public static Fraction mean(long a, long b) {
        return new Fraction(Math.addExact(a, b), 2);
    }

    /** 四舍五入: the nearest whole number, halves upwards. */
    public long roundedHalfUp() {
        return Math.floorDiv(
                Math.addExact(Math.multiplyExact(numerator, 2L), denominator), Math.multiplyExact(denominator, 2L));
    }

    @Override
    public String toString() {
        return denominator == 1 ? Long.toString(numerator) : numerator + "/" + denominator;
    }
}
