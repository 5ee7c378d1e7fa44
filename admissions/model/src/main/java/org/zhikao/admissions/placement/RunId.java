package org.zhikao.admissions.placement;

import org.zhikao.admissions.shared.Malformed;
import org.zhikao.admissions.shared.SeasonId;

/** 投档运行号. */
public record RunId(SeasonId season, int number) {
    public RunId {
        if (number < 1) {
            throw new Malformed("runs count from 1: " + number);
        }
    }

    public static RunId of(SeasonId season, int number) {
        return new RunId(season, number);
    }

    @Override
    public String toString() {
        return season + "/placement/" + number;
    }
}
