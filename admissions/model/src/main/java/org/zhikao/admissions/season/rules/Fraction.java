package org.zhikao.admissions.season.rules;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** 权重: an exact, non-negative fraction in lowest terms, written {@code 0.7} or {@code 7/10}. */
public record Fraction(long numerator, long denominator) implements Comparable<Fraction> {
    public static final Fraction ONE = new Fraction(1, 1);
    public static final Fraction ZERO = new Fraction(0, 1);
    private static final Pattern SHAPE = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(?:/(\\d{1,9}(?:\\.\\d{1,9})?))?");

    public Fraction {
        if (numerator < 0 || denominator < 1) {
            throw new IllegalArgumentException("not a weight: " + numerator + "/" + denominator);
        }
        long common = gcd(numerator, denominator);
        numerator /= common;
        denominator /= common;
    }

    public static Fraction parse(String text) {
        var m = SHAPE.matcher(text);
        if (!m.matches()) {
            throw new IllegalArgumentException("not a weight: " + text);
        }
        Fraction top = of(new BigDecimal(m.group(1)));
        return m.group(2) == null ? top : top.over(of(new BigDecimal(m.group(2))));
    }

    public static Fraction of(BigDecimal value) {
        int places = Exact.places(value);
        return new Fraction(value.movePointRight(places).longValueExact(), Exact.powerOfTen(places));
    }

    public Fraction times(Fraction other) {
        return reduced(
                big(numerator).multiply(big(other.numerator)), big(denominator).multiply(big(other.denominator)));
    }

    public Fraction over(Fraction other) {
        if (other.numerator == 0) {
            throw new IllegalArgumentException("a weight cannot be divided by zero");
        }
        return times(new Fraction(other.denominator, other.numerator));
    }

    public Fraction plus(Fraction other) {
        return reduced(
                big(numerator)
                        .multiply(big(other.denominator))
                        .add(big(other.numerator).multiply(big(denominator))),
                big(denominator).multiply(big(other.denominator)));
    }

    public boolean isOne() {
        return numerator == 1 && denominator == 1;
    }

    /** Decimal places that an exact result needs, or -1 when it never ends. */
    public int places() {
        long rest = denominator;
        int twos = 0;
        int fives = 0;
        for (; rest % 2 == 0; rest /= 2) {
            twos++;
        }
        for (; rest % 5 == 0; rest /= 5) {
            fives++;
        }
        return rest == 1 ? Math.max(twos, fives) : -1;
    }

    @Override
    public int compareTo(Fraction other) {
        return big(numerator)
                .multiply(big(other.denominator))
                .compareTo(big(other.numerator).multiply(big(denominator)));
    }

    /** The form that {@link #parse} reads: a decimal where it ends, else a quotient. */
    @Override
    public String toString() {
        int places = places();
        return places < 0
                ? numerator + "/" + denominator
                : BigDecimal.valueOf(numerator)
                        .divide(BigDecimal.valueOf(denominator))
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private static Fraction reduced(BigInteger n, BigInteger d) {
        BigInteger common = n.gcd(d);
        return new Fraction(n.divide(common).longValueExact(), d.divide(common).longValueExact());
    }

    private static BigInteger big(long v) {
        return BigInteger.valueOf(v);
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
