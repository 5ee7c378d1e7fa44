package org.zhikao.seeds;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * 公民身份号码 after GB 11643, fictional: correct in date and check character, of an area that does not exist.
 *
 * <p>No two candidates of a season share one: day of birth and sequence are a one-to-one function of the candidate's number.
 */
final class IdentityNumbers {
    /** So many candidates find a number each: 1,096 days of 999 sequences, less a rest. */
    static final int MOST = 1_000_000;

    private static final int DAYS = 1_096;
    private static final int SEQUENCES = 999;
    private static final int ROUNDS = 4;
    private static final int[] FACTORS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

    private IdentityNumbers() {}

    /**
     * @param key of the season
     * @param number of the candidate, 0 first
     * @param county six digits
     * @param spans 0 for a pupil born in the three usual years, else how many spans of 1,096 days older
     */
    static String of(long key, int number, String county, int year, int spans) {
        int day = number / SEQUENCES;
        int sequence = number % SEQUENCES;
        // Each round adds to one half what only the other decides, so it can be undone and no pair meets another.
        for (int round = 0; round < ROUNDS; round++) {
            day = (day + Dice.of(key + round, sequence).below(DAYS)) % DAYS;
            sequence = (sequence + Dice.of(~key - round, day).below(SEQUENCES)) % SEQUENCES;
        }
        // A pupil leaves school at 17 to 19; the youngest was born on 31 August seventeen years and a half before.
        LocalDate born = LocalDate.of(year - 17, 8, 31).minusDays((long) day + (long) spans * DAYS);
        String body = county + DATE.format(born) + Organisations.digits(sequence + 1, 3);
        return body + check(body);
    }

    /** The check character of the first 17 digits. */
    static char check(CharSequence body) {
        int sum = 0;
        for (int i = 0; i < FACTORS.length; i++) {
            sum += FACTORS[i] * (body.charAt(i) - '0');
        }
        return CHECKS.charAt(sum % 11);
    }
}
