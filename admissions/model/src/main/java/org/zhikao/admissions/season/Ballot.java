package org.zhikao.admissions.season;

import org.zhikao.admissions.shared.Malformed;

/** 表决票: how one named person voted on a change of frozen rules; names of officials, stated in public. */
public record Ballot(String person, boolean inFavour) {
    private static final int LONGEST = 60;

    public Ballot {
        person = person.strip();
        boolean plain = person.codePoints().noneMatch(Character::isISOControl);
        if (person.isEmpty() || person.codePointCount(0, person.length()) > LONGEST || !plain) {
            throw new Malformed("a vote names a person in one line of at most " + LONGEST + " characters");
        }
    }
}
