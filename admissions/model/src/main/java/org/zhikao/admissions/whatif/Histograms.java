package org.zhikao.admissions.whatif;

import java.util.ArrayList;
import java.util.List;
import org.zhikao.admissions.whatif.WhatIfReport.Bin;
import org.zhikao.admissions.whatif.WhatIfReport.Histogram;

/** 分数分布 of both trials over the same bins. */
final class Histograms {
    private static final int MOST_BINS = 30;
    /** Bin widths people read easily, in marks. */
    private static final int[] WIDTHS = {1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 5000, 10_000, 100_000};

    private Histograms() {}

    static Histogram of(PastSeason past, Trial before, Trial after, int track) {
        long most = Math.max(most(past, before, track), most(past, after, track));
        long width = width(most);
        int bins = (int) (most / width) + 1;
        int[] was = counts(past, before, track, width, bins);
        int[] is = counts(past, after, track, width, bins);
        List<Bin> list = new ArrayList<>();
        for (int b = 0; b < bins; b++) {
            list.add(new Bin(Long.toString(b * width), was[b], is[b]));
        }
        return new Histogram(Long.toString(width), list);
    }

    private static long width(long most) {
        for (int width : WIDTHS) {
            if (most / width < MOST_BINS) {
                return width;
            }
        }
        return most / MOST_BINS + 1;
    }

    private static long most(PastSeason past, Trial trial, int track) {
        long most = 0;
        for (int i = 0; i < past.size(); i++) {
            if (past.track[i] == track && trial.scored[i]) {
                most = Math.max(most, trial.total[i]);
            }
        }
        return most / trial.rules.scale();
    }

    private static int[] counts(PastSeason past, Trial trial, int track, long width, int bins) {
        int[] counts = new int[bins];
        long units = Math.multiplyExact(width, trial.rules.scale());
        for (int i = 0; i < past.size(); i++) {
            if (past.track[i] == track && trial.scored[i]) {

                counts[(int) (trial.total[i] / units)]++;
            }
        }
        return counts;
    }
}
