package org.zhikao.formats.sealing;

import java.text.Normalizer;

/** 姓名: in the one form that is stored, so that the same name from two programs is the same text. */
public record PersonName(String value) {
    private static final int LONGEST = 64;
    /** Between the parts of names of several peoples; seen in five shapes, stored in this one. */
    private static final int SEPARATOR = 0x00B7;

    /**
     * @param value what somebody typed or a file holds; kept in its stored form
     * @throws org.zhikao.admissions.shared.Refused when it is none
     */
    public PersonName {
        value = stored(value);
    }

    /** NFC, not NFKC: compatibility forms would turn characters that people bear in their names into others. */
    private static String stored(String raw) {
        StringBuilder name = new StringBuilder(raw.length());
        raw.codePoints().forEach(point -> append(name, point));
        String stored = Normalizer.normalize(name, Normalizer.Form.NFC).strip();
        ParticularsRefusal.NAME_EMPTY.unless(!stored.isEmpty());
        // People have one character where Java may count two.
        ParticularsRefusal.NAME_TOO_LONG.unless(stored.codePointCount(0, stored.length()) <= LONGEST);
        return stored;
    }

    private static void append(StringBuilder name, int point) {
        switch (Character.getType(point)) {
            case Character.SURROGATE, Character.UNASSIGNED, Character.CONTROL -> refuse(point);
            case Character.PRIVATE_USE -> {
                Integer standard = Gb18030.standard().get(point);
                if (standard == null) {
                    refuse(point);
                } else {
                    name.appendCodePoint(standard);
                }
            }
            // Zero-width characters and marks of writing direction: invisible, and two names would differ by them.
            case Character.FORMAT -> {}
            default -> name.appendCodePoint(isSeparator(point) ? SEPARATOR : point);
        }
    }

    private static void refuse(int point) {
        ParticularsRefusal.NAME_UNREADABLE_CHARACTER.unless(false, "codePoint", "U+" + Integer.toHexString(point));
    }

    private static boolean isSeparator(int point) {
        return point == 0x2022 || point == 0x30FB || point == 0x2027 || point == 0xFF0E || point == SEPARATOR;
    }

    /** Never the name: this ends up in logs. */
    @Override
    public String toString() {
        return Masking.name(value);
    }
}
