package org.zhikao.admissions.season;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.zhikao.admissions.duty.ProcessTerms;
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

    /** 提议特别修订 of frozen rules. */
    @Revision("1")
    record AmendmentProposed(
            SeasonId season, int amendment, String rules, String digest, String reason, ActorId by, Instant at)
            implements SeasonEvent {}

    /** 登记表决: who voted how, and whether it was carried. */
    @Revision("1")
    record AmendmentVoted(SeasonId season, int amendment, List<Ballot> ballots, boolean carried, ActorId by, Instant at)
            implements SeasonEvent {
        public AmendmentVoted {
            ballots = List.copyOf(ballots);
        }
    }

    /** 批准特别修订. */
    @Revision("1")
    record AmendmentApproved(SeasonId season, int amendment, String digest, ActorId by, Instant at)
            implements SeasonEvent {}

    /** 公布特别修订: the version it became, the public notice, and how many candidates fare otherwise. */
    @Revision("1")
    record AmendmentPublished(
            SeasonId season,
            int amendment,
            int version,
            String digest,
            String notice,
            int affected,
            String effect,
            ActorId by,
            Instant at)
            implements SeasonEvent {}

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

    /** 约束流程: what the version published with it binds every entrance to; takes the place of what was bound before. */
    @Revision("1")
    record ProcessBound(SeasonId season, ProcessTerms terms, Instant at) implements SeasonEvent {}
}
