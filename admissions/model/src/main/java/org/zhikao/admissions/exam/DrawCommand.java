package org.zhikao.admissions.exam;

import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.Command;
import org.zhikao.admissions.shared.SeasonId;

/** 编排指令: one draw of rooms and seats, {@code <season>/exam/<n>}. */
public sealed interface DrawCommand extends Command {
    SeasonId season();

    int draw();

    @Override
    default String target() {
        return DrawId.of(season(), draw()).toString();
    }

    /** 登记抽签编排: {@code digest} is the SHA-256 over ticket, site, room and seat sorted by candidate. */
    record RecordDraw(SeasonId season, int draw, long seed, int candidates, String digest, Act act)
            implements DrawCommand {}
}
