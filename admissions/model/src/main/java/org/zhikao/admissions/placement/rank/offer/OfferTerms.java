package org.zhikao.admissions.placement.rank.offer;

/**
 * 预录取规则: how far down its order a college may offer, and how often.
 *
 * @param waitlistPercent length of the waiting list in percent of the quota; {@link #WHOLE_LIST} for everybody ranked
 * @param refills how often vacated seats are offered again; {@link #UNLIMITED}
 * @param silenceDropsAll true when who stays silent also leaves all waiting lists
 */
public record OfferTerms(int waitlistPercent, int refills, boolean silenceDropsAll) {
    /** 不限. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /** 全部排名考生. */
    public static final int WHOLE_LIST = -1;

    /** 多校预录取、考生确认: seats left by the first answers are offered again {@code refills} times. */
    public static OfferTerms multiOffer(int refills) {
        return new OfferTerms(WHOLE_LIST, refills, true);
    }

    /** 拟录取与备录取: the waiting list moves up until it ends. */
    public static OfferTerms waitlist(int percent, boolean silenceDropsAll) {
        return new OfferTerms(percent, UNLIMITED, silenceDropsAll);
    }
}
