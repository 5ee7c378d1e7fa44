package org.zhikao.admissions.shared;

import java.util.regex.Pattern;

/** 经办人: the account or the system part that acts, such as {@code a-7f3k2m} or {@code system}. */
public record ActorId(String value) implements Comparable<ActorId> {
    private static final Pattern SHAPE = Pattern.compile("[a-z]+(-[0-9A-Za-z]+)*");

    public ActorId {
        Ids.require(SHAPE, value, "actor id");
    }

    /** 系统: acts that no person takes. */
    public static final ActorId SYSTEM = new ActorId("system");

    /** The account of a candidate is named after the dossier. */
    public static ActorId of(CandidateId candidate) {
        return new ActorId("k-" + candidate.value());
    }

    @Override
    public int compareTo(ActorId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
