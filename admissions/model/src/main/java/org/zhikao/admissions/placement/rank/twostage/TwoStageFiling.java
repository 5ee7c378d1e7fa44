package org.zhikao.admissions.placement.rank.twostage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.zhikao.admissions.placement.rank.Market;
import org.zhikao.admissions.placement.rank.MarketFault;
import org.zhikao.admissions.placement.rank.ParallelFiling;
import org.zhikao.admissions.placement.rank.Placement;
import org.zhikao.admissions.placement.rank.TieRule;
import org.zhikao.admissions.placement.rank.Wishes;

/**
 * 院校投档、专业录取: one round in which each file goes to one college, once; the college places it on a major or returns it with
 * a reason.
 *
 * <p>A returned file does not go to the candidate's next college: it waits for the supplementary round (征集志愿).
 */
public final class TwoStageFiling {
    private final Market market;
    private final List<List<Filing>> filings;
    private final StageRules rules;
    private final int[] vacant;
    private final int[] ratioPercent;
    private final int[] major;
    private final int[] college;
    private final ReturnReason[] returned;
    private int[] cutoff = new int[0];

    private TwoStageFiling(
            Market market, List<List<Filing>> filings, int[] vacant, int[] ratioPercent, StageRules rules) {
        this.market = market;
        this.filings = filings;
        this.rules = rules;
        this.vacant = vacant.clone();
        this.ratioPercent = ratioPercent;
        major = new int[market.candidates()];
        college = new int[market.candidates()];
        returned = new ReturnReason[market.candidates()];
        Arrays.fill(major, Placement.NONE);
        Arrays.fill(college, Placement.NONE);
    }

    /**
     * 一轮结果.
     *
     * @param files the files of each college in merit order, by unit
     * @param college the college each candidate was filed to, {@code -1} for none
     * @param major the major each candidate got, {@code -1} for none
     * @param returned why the file came back, by candidate; only of those returned
     * @param vacant seats left after the round, by unit
     * @param cutoff position of the last file of a college that got all its files, of the last admitted of a full major
     */
    public record Round(
            List<List<Integer>> files,
            int[] college,
            int[] major,
            TreeMap<Integer, ReturnReason> returned,
            int[] vacant,
            int[] cutoff) {}

    /**
     * Plays one round.
     *
     * @param market merit order, units with their colleges as parents, categories and lines; its lists are not read
     * @param filings each candidate's colleges in order; empty for who takes no part
     * @param vacant seats of each college and each major
     * @param ratioPercent files in percent of the seats, by college
     */
    public static Round play(
            Market market, List<List<Filing>> filings, int[] vacant, int[] ratioPercent, StageRules rules) {
        MarketFault.TIE_WHERE_STRICT.unless(market.merit().strict());
        return new TwoStageFiling(market, filings, vacant, ratioPercent, rules).run();
    }

    private Round run() {
        List<List<Integer>> files = file();
        for (int c = 0; c < files.size(); c++) {
            admit(c, files.get(c));
        }
        TreeMap<Integer, ReturnReason> reasons = new TreeMap<>();
        for (int i = 0; i < returned.length; i++) {
            if (college[i] >= 0 && major[i] == Placement.NONE) {
                reasons.put(i, returned[i]);
            }
        }
        for (int m = 0; m < vacant.length; m++) {
            if (market.units().parent(m) >= 0) {
                cutoff[m] = vacant[m] > 0 ? Placement.OPEN : 0;
            }
        }
        for (int i = 0; i < major.length; i++) {
            if (major[i] >= 0 && vacant[major[i]] == 0) {
                cutoff[major[i]] = Math.max(cutoff[major[i]], market.merit().position(i));
            }
        }
        return new Round(files, college, major, reasons, vacant, cutoff);
    }

    private List<List<Integer>> file() {
        int units = market.units().count();
        List<int[]> lists = new ArrayList<>();
        for (List<Filing> mine : filings) {
            lists.add(mine.stream().mapToInt(Filing::college).toArray());
        }
        int[] slots = new int[units];
        for (int u = 0; u < units; u++) {
            slots[u] = rules.files(vacant[u], ratioPercent[u]);
        }
        Placement placed = ParallelFiling.file(market.round(Wishes.of(lists), slots), TieRule.ADMIT_ALL);
        cutoff = placed.cutoffsByUnit();
        List<List<Integer>> files = new ArrayList<>();
        for (int u = 0; u < units; u++) {
            files.add(new ArrayList<>());
        }
        for (int g = 0; g < market.candidates(); g++) {
            int i = market.merit().candidateAt(g);
            college[i] = placed.unit(i);
            if (college[i] >= 0) {
                files.get(college[i]).add(i);
            }
        }
        return files;
    }

    private void admit(int c, List<Integer> files) {
        if (rules.choiceFirst()) {
            int longest = files.stream()
                    .mapToInt(i -> filing(i).majors().size())
                    .max()
                    .orElse(0);
            for (int k = 0; k < longest; k++) {
                for (int i : files) {
                    tryMajors(i, c, k, k + 1);
                }
            }
        } else {
            for (int i : files) {
                tryMajors(i, c, 0, filing(i).majors().size());
            }
        }
        for (int i : files) {
            if (major[i] == Placement.NONE && filing(i).acceptsAdjustment()) {
                adjust(i, c);
            }
        }
        for (int i : files) {
            if (major[i] == Placement.NONE) {
                returned[i] = reason(i);
            }
        }
    }

    private Filing filing(int i) {
        for (Filing filing : filings.get(i)) {
            if (filing.college() == college[i]) {
                return filing;
            }
        }
        throw new IllegalStateException("candidate " + i + " was filed to a college not on the list");
    }

    private void tryMajors(int i, int c, int from, int to) {
        List<Integer> majors = filing(i).majors();
        for (int k = from; k < Math.min(to, majors.size()); k++) {
            if (major[i] == Placement.NONE) {
                take(i, c, majors.get(k));
            }
        }
    }

    /** 服从调剂: the first vacant major in plan order, after all listed ones. */
    private void adjust(int i, int c) {
        for (int m = 0; m < market.units().count() && major[i] == Placement.NONE; m++) {
            if (market.units().parent(m) == c) {
                take(i, c, m);
            }
        }
    }

    private void take(int i, int c, int m) {
        if (vacant[m] > 0 && vacant[c] > 0 && market.eligible(i, m)) {
            major[i] = m;
            vacant[m]--;
            vacant[c]--;
        }
    }

    private ReturnReason reason(int i) {
        boolean eligibleSomewhere = false;
        for (int m : filing(i).majors()) {
            eligibleSomewhere |= market.eligible(i, m);
        }
        if (!eligibleSomewhere) {
            return ReturnReason.NOT_ELIGIBLE;
        }
        return filing(i).acceptsAdjustment() ? ReturnReason.PLAN_FULL : ReturnReason.MAJORS_FULL_NO_ADJUSTMENT;
    }
}
