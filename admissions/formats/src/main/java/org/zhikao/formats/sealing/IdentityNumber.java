package org.zhikao.formats.sealing;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** 公民身份号码 (GB 11643): in the one form that is stored. */
public record IdentityNumber(String value) {
    /** Area codes are not listed: they change every year, and other documents use codes of their own. */
    private static final Pattern SHAPE = Pattern.compile("[1-9][0-9]{16}[0-9X]");

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK = "10X98765432";
    /** No area of the country begins so: made-up people get such numbers, and no real person can have one. */
    private static final String FICTIONAL_AREA = "99";

    /** @throws org.zhikao.admissions.shared.Refused unless it is already in its stored form and valid */
    public IdentityNumber {
        ParticularsRefusal.ID_NUMBER_SHAPE.unless(SHAPE.matcher(value).matches());
        ParticularsRefusal.ID_NUMBER_DATE.unless(isDate(value.substring(6, 14)));
        ParticularsRefusal.ID_NUMBER_CHECK_CHARACTER.unless(value.charAt(17) == check(value));
    }

    /** The stored form of what somebody typed or a file holds: trimmed, compatibility forms and a small x replaced. */
    public static IdentityNumber read(String raw) {
        return new IdentityNumber(
                Normalizer.normalize(raw, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT));
    }

    /**
     * The number of a made-up person.
     *
     * @param area four digits after the fictional {@code 99}
     * @param order 0 to 999, odd for men, even for women
     */
    public static IdentityNumber fictional(int area, LocalDate birth, int order) {
        String body = FICTIONAL_AREA
                + String.format(Locale.ROOT, "%04d", area)
                + birth.format(DateTimeFormatter.BASIC_ISO_DATE)
                + String.format(Locale.ROOT, "%03d", order);
        return new IdentityNumber(body + check(body));
    }

    public boolean isFictional() {
        return value.startsWith(FICTIONAL_AREA);
    }

    public LocalDate birth() {
        return date(value.substring(6, 14));
    }

    /** Odd order numbers are men's. */
    public boolean isMale() {
        return (value.charAt(16) - '0') % 2 == 1;
    }

    private static char check(String value) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (value.charAt(i) - '0');
        }
        return CHECK.charAt(sum % 11);
    }

    private static boolean isDate(String digits) {
        try {
            date(digits);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static LocalDate date(String digits) {
        return LocalDate.of(
                Integer.parseInt(digits, 0, 4, 10),
                Integer.parseInt(digits, 4, 6, 10),
                Integer.parseInt(digits, 6, 8, 10));
    }

    /** Never the number: this ends up in logs. */
    @Override
    public String toString() {
        return Masking.identityNumber(value);
    }
}
