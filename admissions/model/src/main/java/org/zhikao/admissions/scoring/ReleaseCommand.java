package org.zhikao.admissions.scoring;

import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.Command;
import org.zhikao.admissions.shared.SeasonId;

/** 成绩公布指令: one release of a season's results, {@code <season>/scoring/<n>}. */
public sealed interface ReleaseCommand extends Command {
    SeasonId season();

    int release();

    @Override
    default String target() {
        return ReleaseId.of(season(), release()).toString();
    }

    /** 登记成绩合成结果: {@code digest} is the SHA-256 over the results sorted by candidate. */
    record RecordRelease(SeasonId season, int release, int candidates, String digest, Act act)
            implements ReleaseCommand {}
}
