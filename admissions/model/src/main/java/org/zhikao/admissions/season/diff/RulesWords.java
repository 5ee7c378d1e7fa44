package org.zhikao.admissions.season.diff;

/** 方案用语: what a field of the rules language is called. */
public final class RulesWords {
    private RulesWords() {}

    /** @param owner simple name of the record the field belongs to */
    public static String chinese(String owner, String field) {
        return Words.chinese(owner + "." + field);
    }

    public static String english(String owner, String field) {
        return Words.english(owner + "." + field);
    }
}
