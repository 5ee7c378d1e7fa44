package org.zhikao.admissions.season;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.Event;
import org.zhikao.admissions.shared.SeasonId;

/** 考试方案事实. */
public sealed interface SeasonEvent extends Event {
    SeasonId season();

    @Revision("1")
    record SeasonDrafted(
            SeasonId season, String province, int year, String rules, String digest, ActorId by, Instant at)
            implements SeasonEvent {}

    @Revision("1")
    record RulesRevised(SeasonId season, int version, String rules, String digest, ActorId by, Instant at)
            implements SeasonEvent {}

    @Revision("1")
    record RulesApproved(SeasonId season, int version, String digest, ActorId by, Instant at) implements SeasonEvent {}

    @Revision("1")
    record SeasonPublished(SeasonId season, int version, String digest, Instant at) implements SeasonEvent {}

    @Revision("1")
    record PhaseOpened(SeasonId season, Phase phase, int round, Instant at) implements SeasonEvent {}

    @Revision("1")
    record PhaseClosed(SeasonId season, Phase phase, int round, Instant at) implements SeasonEvent {}

    /** 起草流程: {@code bpmn} is the drawing as handed in, {@code digest} its SHA-256. */
    @Revision("1")
    record ProcessDrafted(
            SeasonId season, String process, int version, String bpmn, String digest, ActorId by, Instant at)
            implements SeasonEvent {}

    /** 批准流程. */
    @Revision("1")
    record ProcessApproved(SeasonId season, String process, int version, String digest, ActorId by, Instant at)
            implements SeasonEvent {}

    /** 公布流程: from now on the one in force. */
    @Revision("1")
    record ProcessPublished(SeasonId season, String process, int version, String digest, ActorId by, Instant at)
            implements SeasonEvent {}
}
