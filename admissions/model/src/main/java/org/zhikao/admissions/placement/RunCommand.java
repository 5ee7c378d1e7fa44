package org.zhikao.admissions.placement;

import java.util.List;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.Command;
import org.zhikao.admissions.shared.SeasonId;

/** 投档运行指令: one run for one round, {@code <season>/placement/<n>}. */
public sealed interface RunCommand extends Command {
    SeasonId season();

    int run();

    @Override
    default String target() {
        return RunId.of(season(), run()).toString();
    }

    /** 登记投档结果: what the engine computed; digests are SHA-256 over canonical input and output, 64 hex digits. */
    record RecordRun(SeasonId season, int run, int round, String mechanism, RunDigest digest, Act act)
            implements RunCommand {}

    /** 登记核验结果: one line a violation; empty means every published property holds. */
    record RecordVerification(
            SeasonId season, int run, String outputDigest, List<String> properties, List<String> violations, Act act)
            implements RunCommand {}

    /** 公布投档结果. */
    record PublishRun(SeasonId season, int run, Act act) implements RunCommand {}
}
