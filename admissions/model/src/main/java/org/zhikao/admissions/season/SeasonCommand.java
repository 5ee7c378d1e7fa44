package org.zhikao.admissions.season;

import java.util.List;
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

    /** 提议特别修订 of rules that are frozen; the act states the reason. */
    record ProposeAmendment(SeasonId season, String rules, Act act) implements SeasonCommand {}

    /** 登记表决: how each named person voted on the newest proposal. */
    record RecordVote(SeasonId season, int amendment, List<Ballot> ballots, Act act) implements SeasonCommand {
        public RecordVote {
            ballots = List.copyOf(ballots);
        }
    }

    /** 批准特别修订: by two persons who drafted nothing. */
    record ApproveAmendment(SeasonId season, int amendment, Act act) implements SeasonCommand {}

    /**
     * 公布特别修订 as a new version of the rules.
     *
     * @param notice what the public is told
     * @param affected how many candidates fare otherwise under the new rules
     * @param effect SHA-256 of the list of them, before and after
     */
    record PublishAmendment(SeasonId season, int amendment, String notice, int affected, String effect, Act act)
            implements SeasonCommand {}

    /** 开启阶段. */
    record OpenPhase(SeasonId season, Phase phase, int round, Act act) implements SeasonCommand {}

    /** 关闭阶段. */
    record ClosePhase(SeasonId season, Phase phase, int round, Act act) implements SeasonCommand {}

    /**
     * 起草流程: a draft of a process, saved as a new version.
     *
     * @param process key of the process, the same in the drawing
     * @param base the version that the editor began from, 0 for none: who began from an older one is told
     * @param bpmn the drawing
     */
    record DraftProcess(SeasonId season, String process, int base, String bpmn, Act act) implements SeasonCommand {}

    /** 批准流程: by somebody who drew no version of it since the last publication. */
    record ApproveProcess(SeasonId season, String process, int version, Act act) implements SeasonCommand {}

    /** 公布流程: by somebody who drew no version of it either. */
    record PublishProcess(SeasonId season, String process, int version, Act act) implements SeasonCommand {}
}
