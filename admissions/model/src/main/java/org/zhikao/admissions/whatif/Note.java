package org.zhikao.admissions.whatif;

/**
 * 说明: something the reader must know before trusting a figure.
 *
 * @param side the rules it speaks of
 * @param track id of the track, empty for the season
 * @param subject what it speaks of: a component, a mechanism, nothing
 * @param count how many candidates, marks or groups
 */
public record Note(Side side, Code code, String track, String subject, long count) {
    /** 新旧. */
    public enum Side {
        BEFORE,
        AFTER
    }

    /** 说明代码. */
    public enum Code {
        /** The draft has no such track: its candidates are in no list. */
        TRACK_GONE,
        /** Kind or category of these candidates may not enter the track. */
        CLOSED_OUT,
        /** No past mark of this component exists, so nobody has a total that needs it. */
        NO_PAST_MARKS,
        /** These marks have more decimal places than the rules know: taken as not marked. */
        MARK_TOO_FINE,
        /** These marks lie above the maximum; they are used as they are. */
        OVER_MAXIMUM,
        /** These grades are unknown to the rules, or the component is no longer graded alike: taken as not marked. */
        GRADE_UNKNOWN,
        /** The tie-break order is not published: nobody is ranked. */
        NOT_RANKED,
        /** The mechanism is not recomputed here; placements of the track are left out. */
        MECHANISM_NOT_RECOMPUTED,
        /** The facts hold no plan and no locked list; placements are left out. */
        NO_PREFERENCES,
        /** Tied groups at a last seat that no rule decides: filed together. */
        TIES_UNDECIDED,
        /** Candidates with a result who never could save a list, because they were not eligible then. */
        ELIGIBLE_WITHOUT_LIST
    }
}
