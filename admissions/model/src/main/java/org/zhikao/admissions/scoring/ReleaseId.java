package org.zhikao.admissions.scoring;

import org.zhikao.admissions.shared.Malformed;
import org.zhikao.admissions.shared.SeasonId;

/** 成绩公布号. */
public record ReleaseId(SeasonId season, int number) {
    public ReleaseId {
        if (number < 1) {
            throw new Malformed("releases count from 1: " + number);
        }
    }

    public static ReleaseId of(SeasonId season, int number) {
        return new ReleaseId(season, number);
    }

    @Override
    public String toString() {
        return season + "/scoring/" + number;
    }
}
