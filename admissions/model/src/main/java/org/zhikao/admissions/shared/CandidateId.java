package org.zhikao.admissions.shared;

import java.util.regex.Pattern;

/**
 * 考生档案号: one candidate's dossier in one season, the business key of everything that happens to that candidate.
 *
 * <p>Opaque by design: a letter {@code c} and 22 letters or digits, never derived from an identity number.
 */
public record CandidateId(String value) implements Comparable<CandidateId> {
    private static final Pattern SHAPE = Pattern.compile("c[0-9A-Za-z]{22}");

    public CandidateId {
        Ids.require(SHAPE, value, "candidate id");
    }

    @Override
    public int compareTo(CandidateId other) {
        return value.compareTo(other.value);
    }

    /** The bare value: the event store keeps {@code identifier.toString()}. */
    @Override
    public String toString() {
        return value;
    }
}
