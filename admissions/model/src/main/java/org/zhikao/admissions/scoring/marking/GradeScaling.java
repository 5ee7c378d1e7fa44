package org.zhikao.admissions.scoring.marking;

/**
 * 等级赋分: a raw mark keeps its proportion between the ends of its grade, (Y2−Y)/(Y−Y1) = (T2−T)/(T−T1).
 *
 * @param rawLow lowest raw mark of the grade
 * @param rawHigh highest raw mark of the grade
 * @param targetLow what the lowest becomes
 * @param targetHigh what the highest becomes
 */
public record GradeScaling(long rawLow, long rawHigh, long targetLow, long targetHigh) {
    public GradeScaling {
        if (rawLow >= rawHigh || targetLow > targetHigh) {
            throw new IllegalArgumentException("a grade spans a range of raw marks and of targets");
        }
    }

    /** The exact scaled score; round it half up where whole points are published. */
    public Fraction scale(long raw) {
        if (raw < rawLow || raw > rawHigh) {
            throw new IllegalArgumentException("raw mark " + raw + " lies outside the grade");
        }
        long span = rawHigh - rawLow;
        long above = Math.multiplyExact(raw - rawLow, targetHigh - targetLow);
        return new Fraction(Math.addExact(Math.multiplyExact(targetLow, span), above), span);
    }
}
