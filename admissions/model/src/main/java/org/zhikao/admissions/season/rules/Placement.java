package org.zhikao.admissions.season.rules;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * 录取机制: one mechanism per track and year, no default.
 *
 * @param mechanism null = not published
 * @param filingRatio files per seat, 1 or 1.2
 * @param filingRounding how a broken number of files is rounded; null = not published
 * @param overflow what a tied group beyond the quota does
 * @param outflow whether unfilled seats may leave to the summer (13.3)
 */
public record Placement(
        @Nullable Mechanism mechanism,
        Fraction filingRatio,
        Rounding.@Nullable Mode filingRounding,
        @Nullable ProposingSide proposingSide,
        boolean refileAfterReturn,
        @Nullable Boolean outflow,
        @Nullable String source) {
    public Placement {
        filingRatio = filingRatio == null ? Fraction.ONE : filingRatio;
    }

    /** 投档人数: files for this many seats; empty where a broken number meets an unpublished rounding. */
    public OptionalInt files(int seats) {
        long numerator = Math.multiplyExact((long) seats, filingRatio.numerator());
        long whole = numerator / filingRatio.denominator();
        long rest = numerator % filingRatio.denominator();
        if (rest == 0) {
            return OptionalInt.of(Math.toIntExact(whole));
        }
        if (filingRounding == null) {
            return OptionalInt.empty();
        }
        boolean up = switch (filingRounding) {
            case UP -> true;
            case DOWN -> false;
            case HALF_UP -> 2 * rest >= filingRatio.denominator();
        };
        return OptionalInt.of(Math.toIntExact(up ? whole + 1 : whole));
    }

    /** 机制. */
    public enum Mechanism {
        PARALLEL,
        SEQUENTIAL,
        MULTI_FILE_MATCHING,
        COLLEGE_RANKED_MATCHING,
        MULTI_OFFER_CONFIRM,
        WAITLIST_CONFIRM,
        COLLEGE_SELECTED,
        DIRECTED
    }

    /** 提出方 of a two-sided matching; the published texts leave it open. */
    public enum ProposingSide {
        CANDIDATE,
        PROGRAMME
    }
}
