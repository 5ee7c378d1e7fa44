package org.zhikao.admissions.season;

import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.Command;
import org.zhikao.admissions.shared.SeasonId;

/** 考试方案指令. */
public sealed interface SeasonCommand extends Command {
    SeasonId season();

    @Override
    default String target() {
        return season().value();
    }

    /** 起草方案: {@code rules} is canonical JSON. */
    record DraftSeason(SeasonId season, String province, int year, String rules, Act act) implements SeasonCommand {}

    /** 修订方案: a new draft version. */
    record ReviseRules(SeasonId season, String rules, Act act) implements SeasonCommand {}

    /** 复核批准: by somebody who drafted no version of it. */
    record ApproveRules(SeasonId season, int version, Act act) implements SeasonCommand {}

    /** 公布方案. */
    record PublishSeason(SeasonId season, Act act) implements SeasonCommand {}

    /** 开启阶段. */
    record OpenPhase(SeasonId season, Phase phase, int round, Act act) implements SeasonCommand {}

    /** 关闭阶段. */
    record ClosePhase(SeasonId season, Phase phase, int round, Act act) implements SeasonCommand {}
}
