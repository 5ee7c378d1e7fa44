package org.zhikao.admissions.placement.rank.twostage;

/**
 * 投档比例与专业录取规则.
 *
 * @param filesRoundedUp true when quota × ratio is rounded up, false when down
 * @param choiceFirst 志愿优先: all first majors, then all second majors; otherwise 分数优先, candidate by candidate
 */
public record StageRules(boolean filesRoundedUp, boolean choiceFirst) {
    /** The files a college gets for its seats. */
    int files(int seats, int ratioPercent) {
        long hundredfold = (long) seats * ratioPercent;
        return (int) Math.min(Integer.MAX_VALUE, filesRoundedUp ? (hundredfold + 99) / 100 : hundredfold / 100);
    }
}
