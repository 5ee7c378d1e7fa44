package org.zhikao.admissions.exam;

import org.zhikao.admissions.shared.Malformed;
import org.zhikao.admissions.shared.SeasonId;

/** 编排号. */
public record DrawId(SeasonId season, int number) {
    public DrawId {
        if (number < 1) {
            throw new Malformed("draws count from 1: " + number);
        }
    }

    public static DrawId of(SeasonId season, int number) {
        return new DrawId(season, number);
    }

    @Override
    public String toString() {
        return season + "/exam/" + number;
    }
}
