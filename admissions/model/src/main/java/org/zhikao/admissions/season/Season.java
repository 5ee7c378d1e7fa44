package org.zhikao.admissions.season;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.season.SeasonCommand.ApproveAmendment;
import org.zhikao.admissions.season.SeasonCommand.ApproveProcess;
import org.zhikao.admissions.season.SeasonCommand.ApproveRules;
import org.zhikao.admissions.season.SeasonCommand.ClosePhase;
import org.zhikao.admissions.season.SeasonCommand.DraftProcess;
import org.zhikao.admissions.season.SeasonCommand.DraftSeason;
import org.zhikao.admissions.season.SeasonCommand.OpenPhase;
import org.zhikao.admissions.season.SeasonCommand.ProposeAmendment;
import org.zhikao.admissions.season.SeasonCommand.PublishAmendment;
import org.zhikao.admissions.season.SeasonCommand.PublishProcess;
import org.zhikao.admissions.season.SeasonCommand.PublishSeason;
import org.zhikao.admissions.season.SeasonCommand.RecordVote;
import org.zhikao.admissions.season.SeasonCommand.ReviseRules;
import org.zhikao.admissions.season.SeasonEvent.AmendmentApproved;
import org.zhikao.admissions.season.SeasonEvent.AmendmentProposed;
import org.zhikao.admissions.season.SeasonEvent.AmendmentPublished;
import org.zhikao.admissions.season.SeasonEvent.AmendmentVoted;
import org.zhikao.admissions.season.SeasonEvent.PhaseClosed;
import org.zhikao.admissions.season.SeasonEvent.PhaseOpened;
import org.zhikao.admissions.season.SeasonEvent.ProcessApproved;
import org.zhikao.admissions.season.SeasonEvent.ProcessBound;
import org.zhikao.admissions.season.SeasonEvent.ProcessDrafted;
import org.zhikao.admissions.season.SeasonEvent.ProcessPublished;
import org.zhikao.admissions.season.SeasonEvent.RulesApproved;
import org.zhikao.admissions.season.SeasonEvent.RulesRevised;
import org.zhikao.admissions.season.SeasonEvent.SeasonDrafted;
import org.zhikao.admissions.season.SeasonEvent.SeasonPublished;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.SeasonId;

/** 考试年度方案: rules in versions, approved by a second person, published, frozen by the first exam phase. */
public final class Season {
    @AggregateIdentifier
    @SuppressWarnings("unused") // read by Axon
    private SeasonId id;

    private final Set<ActorId> drafters = new HashSet<>();
    private final Set<String> open = new HashSet<>();
    private final Set<String> closed = new HashSet<>();
    private int version;
    private int approved;
    private int published;
    private boolean frozen;
    private String digest = "";
    private @Nullable String draft;
    private final Map<String, DraftedProcess> processes = new HashMap<>();
    private Amendment amendment = Amendment.NONE;

    Season() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DraftSeason c, Rulebook rulebook) {
        SeasonRefusal.SEASON_EXISTS.unless(version == 0, "season", c.season());
        apply(new SeasonDrafted(
                c.season(),
                c.province(),
                c.year(),
                c.rules(),
                rulebook.digest(c.rules()),
                c.act().by(),
                c.act().at()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReviseRules c, Rulebook rulebook) {
        drafted(c);
        SeasonRefusal.RULES_FROZEN.unless(!frozen);
        String revised = rulebook.digest(c.rules());
        SeasonRefusal.SAME_RULES.unless(!revised.equals(digest));
        apply(new RulesRevised(
                c.season(),
                version + 1,
                c.rules(),
                revised,
                c.act().by(),
                c.act().at()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ApproveRules c, Rulebook rulebook) {
        drafted(c);
        SeasonRefusal.RULES_FROZEN.unless(!frozen);
        SeasonRefusal.NO_SUCH_VERSION.unless(c.version() == version, "version", c.version());
        SeasonRefusal.ALREADY_APPROVED.unless(approved < version, "version", version);
        SeasonRefusal.DRAFTER_MAY_NOT_APPROVE.unless(!drafters.contains(c.act().by()));
        List<String> findings = rulebook.findings(draft == null ? "" : draft);
        SeasonRefusal.RULES_BLOCKED.unless(findings.isEmpty(), "findings", String.join("; ", findings));
        apply(new RulesApproved(
                c.season(), c.version(), digest, c.act().by(), c.act().at()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PublishSeason c) {
        drafted(c);
        SeasonRefusal.NOT_APPROVED.unless(approved == version);
        SeasonRefusal.ALREADY_PUBLISHED.unless(published < version);
        SeasonRefusal.RULES_FROZEN.unless(!frozen);
        SeasonRefusal.DRAFTER_MAY_NOT_PUBLISH.unless(!drafters.contains(c.act().by()));
        apply(new SeasonPublished(c.season(), version, digest, c.act().at()));
    }

    /** A newer proposal takes the place of one that is still under way. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ProposeAmendment c, Rulebook rulebook) {
        drafted(c);
        SeasonRefusal.RULES_NOT_FROZEN.unless(frozen);
        SeasonRefusal.AMENDMENT_REASON.unless(c.act().reasoned());
        String proposed = rulebook.digest(c.rules());
        SeasonRefusal.SAME_RULES.unless(!proposed.equals(digest));
        apply(new AmendmentProposed(
                c.season(),
                amendment.number() + 1,
                c.rules(),
                proposed,
                c.act().reason(),
                c.act().by(),
                c.act().at()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordVote c) {
        meant(c, c.amendment(), Amendment.Stage.PROPOSED);
        long voters = c.ballots().stream().map(Ballot::person).distinct().count();
        SeasonRefusal.TOO_FEW_VOTERS.unless(
                voters >= Amendment.LEAST_VOTERS && voters == c.ballots().size(), "least", Amendment.LEAST_VOTERS);
        long inFavour = c.ballots().stream().filter(Ballot::inFavour).count();
        apply(new AmendmentVoted(
                c.season(),
                c.amendment(),
                c.ballots(),
                2 * inFavour > voters,
                c.act().by(),
                c.act().at()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ApproveAmendment c, Rulebook rulebook) {
        meant(c, c.amendment(), Amendment.Stage.CARRIED);
        SeasonRefusal.DRAFTER_MAY_NOT_APPROVE.unless(!wrote(c.act().by()));
        SeasonRefusal.ALREADY_APPROVED.unless(
                !amendment.approvers().contains(c.act().by()), "version", c.amendment());
        List<String> findings = rulebook.findings(amendment.rules());
        SeasonRefusal.RULES_BLOCKED.unless(findings.isEmpty(), "findings", String.join("; ", findings));
        apply(new AmendmentApproved(
                c.season(),
                c.amendment(),
                amendment.digest(),
                c.act().by(),
                c.act().at()));
    }

    /** The amended rules become a version like any other, so that whoever reads rules reads them. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PublishAmendment c) {
        meant(c, c.amendment(), Amendment.Stage.CARRIED);
        SeasonRefusal.NOT_APPROVED.unless(amendment.approved());
        SeasonRefusal.DRAFTER_MAY_NOT_PUBLISH.unless(!wrote(c.act().by()));
        SeasonRefusal.NOTICE_MISSING.unless(!c.notice().isBlank());
        Amendment decided = amendment;
        int next = version + 1;
        Instant at = c.act().at();
        ActorId by = c.act().by();
        ActorId approver = decided.approvers().contains(by)
                ? by
                : decided.approvers().stream()
                        .sorted(Comparator.comparing(ActorId::value))
                        .findFirst()
                        .orElseThrow();
        apply(new AmendmentPublished(
                c.season(),
                c.amendment(),
                next,
                decided.digest(),
                c.notice().strip(),
                c.affected(),
                c.effect(),
                by,
                at));
        apply(new RulesRevised(c.season(), next, decided.rules(), decided.digest(), decided.proposer(), at));
        apply(new RulesApproved(c.season(), next, decided.digest(), approver, at));
        apply(new SeasonPublished(c.season(), next, decided.digest(), at));
    }

    private boolean wrote(ActorId who) {
        return drafters.contains(who) || amendment.proposer().equals(who);
    }

    /** The newest proposal must be the one that is meant, at the stage that the order belongs to. */
    private void meant(SeasonCommand c, int number, Amendment.Stage stage) {
        drafted(c);
        SeasonRefusal.NO_SUCH_VERSION.unless(number > 0 && number == amendment.number(), "version", number);
        SeasonRefusal.AMENDMENT_OUT_OF_TURN.unless(amendment.stage() == stage);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OpenPhase c) {
        drafted(c);
        SeasonRefusal.NOT_PUBLISHED.unless(published > 0);
        String key = key(c.phase(), c.round());
        SeasonRefusal.PHASE_OPEN.unless(!open.contains(key), "phase", key);
        SeasonRefusal.PHASE_OUT_OF_ORDER.unless(c.round() >= 1 && mayOpen(c.phase(), c.round()), "phase", key);
        apply(new PhaseOpened(c.season(), c.phase(), c.round(), c.act().at()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ClosePhase c) {
        drafted(c);
        String key = key(c.phase(), c.round());
        SeasonRefusal.PHASE_CLOSED.unless(open.contains(key), "phase", key);
        apply(new PhaseClosed(c.season(), c.phase(), c.round(), c.act().at()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DraftProcess c, ProcessReview review) {
        drafted(c);
        SeasonRefusal.PROCESS_FROZEN.unless(!frozen);
        SeasonRefusal.PROCESS_BLOCKED.unless(review.readable(c.process(), c.bpmn()), "findings", c.process());
        DraftedProcess known = process(c.process());
        SeasonRefusal.PROCESS_CHANGED.unless(c.base() == known.version(), "version", known.version());
        String drawn = review.digest(c.bpmn());
        SeasonRefusal.SAME_PROCESS.unless(!drawn.equals(known.digest()));
        apply(new ProcessDrafted(
                c.season(),
                c.process(),
                known.version() + 1,
                c.bpmn(),
                drawn,
                c.act().by(),
                c.act().at()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ApproveProcess c, ProcessReview review) {
        DraftedProcess known = latest(c, c.process(), c.version());
        SeasonRefusal.ALREADY_APPROVED.unless(known.approved() < c.version(), "version", c.version());
        SeasonRefusal.PROCESS_AUTHOR.unless(!known.drafters().contains(c.act().by()));
        List<String> findings = review.findings(c.process(), known.bpmn());
        SeasonRefusal.PROCESS_BLOCKED.unless(findings.isEmpty(), "findings", String.join("; ", findings));
        apply(new ProcessApproved(
                c.season(),
                c.process(),
                c.version(),
                known.digest(),
                c.act().by(),
                c.act().at()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PublishProcess c, ProcessReview review) {
        DraftedProcess known = latest(c, c.process(), c.version());
        SeasonRefusal.NOT_APPROVED.unless(known.approved() == c.version());
        SeasonRefusal.ALREADY_PUBLISHED.unless(known.published() < c.version());
        SeasonRefusal.PROCESS_AUTHOR.unless(!known.drafters().contains(c.act().by()));
        apply(new ProcessPublished(
                c.season(),
                c.process(),
                c.version(),
                known.digest(),
                c.act().by(),
                c.act().at()));
        apply(new ProcessBound(
                c.season(),
                review.terms(c.process(), c.version(), known.bpmn()),
                c.act().at()));
    }

    private DraftedProcess process(String key) {
        return processes.getOrDefault(key, DraftedProcess.NONE);
    }

    /** The newest version of a process that may still change, which must be the one that is meant. */
    private DraftedProcess latest(SeasonCommand c, String key, int version) {
        drafted(c);
        SeasonRefusal.PROCESS_FROZEN.unless(!frozen);
        DraftedProcess known = process(key);
        SeasonRefusal.NO_SUCH_VERSION.unless(version > 0 && version == known.version(), "version", version);
        return known;
    }

    /** Refuses what is ordered of a season that nobody drafted. */
    private void drafted(SeasonCommand c) {
        SeasonRefusal.NO_SUCH_SEASON.unless(version > 0, "season", c.season());
    }

    /**
     * A phase may open once registration has opened and, for preferences, placement and confirmation, once the phase before
     * it in the same round was closed. Registration and exemption may reopen until the exam begins (补报名).
     */
    private boolean mayOpen(Phase phase, int round) {
        return switch (phase) {
            case REGISTRATION -> round == 1 && !everOpened(Phase.EXAM, 1);
            case EXEMPTION -> round == 1 && everOpened(Phase.REGISTRATION, 1) && !everOpened(Phase.EXAM, 1);
            case EXAM -> round == 1 && everOpened(Phase.REGISTRATION, 1) && !closed.contains(key(Phase.SCORING, 1));
            case SCORING -> round == 1 && everOpened(Phase.EXAM, 1) && !closed.contains(key(Phase.PREFERENCE, 1));
            case PREFERENCE ->
                round == 1
                        ? closed.contains(key(Phase.SCORING, 1)) && !closed.contains(key(Phase.PREFERENCE, 1))
                        : closed.contains(key(Phase.CONFIRMATION, round - 1)) && !closed.contains(key(phase, round));
            case PLACEMENT -> closed.contains(key(Phase.PREFERENCE, round)) && !closed.contains(key(phase, round));
            case CONFIRMATION -> closed.contains(key(Phase.PLACEMENT, round)) && !closed.contains(key(phase, round));
        };
    }

    private boolean everOpened(Phase phase, int round) {
        return open.contains(key(phase, round)) || closed.contains(key(phase, round));
    }

    private static String key(Phase phase, int round) {
        return phase.name() + "/" + round;
    }

    @EventSourcingHandler
    void on(SeasonDrafted e) {
        id = e.season();
        version = 1;
        digest = e.digest();
        draft = e.rules();
        drafters.add(e.by());
    }

    @EventSourcingHandler
    void on(RulesRevised e) {
        version = e.version();
        digest = e.digest();
        draft = e.rules();
        drafters.add(e.by());
    }

    @EventSourcingHandler
    void on(RulesApproved e) {
        approved = e.version();
    }

    @EventSourcingHandler
    void on(SeasonPublished e) {
        published = e.version();
    }

    @EventSourcingHandler
    void on(AmendmentProposed e) {
        amendment = Amendment.of(e);
    }

    @EventSourcingHandler
    void on(AmendmentVoted e) {
        amendment = amendment.with(e);
    }

    @EventSourcingHandler
    void on(AmendmentApproved e) {
        amendment = amendment.with(e);
    }

    @EventSourcingHandler
    void on(AmendmentPublished e) {
        amendment = amendment.in(Amendment.Stage.CLOSED);
    }

    @EventSourcingHandler
    void on(PhaseOpened e) {
        open.add(key(e.phase(), e.round()));
        frozen |= e.phase() == Phase.EXAM;
    }

    @EventSourcingHandler
    void on(PhaseClosed e) {
        open.remove(key(e.phase(), e.round()));
        closed.add(key(e.phase(), e.round()));
    }

    @EventSourcingHandler
    void on(ProcessDrafted e) {
        processes.put(e.process(), process(e.process()).with(e));
    }

    @EventSourcingHandler
    void on(ProcessApproved e) {
        processes.put(e.process(), process(e.process()).with(e));
    }

    @EventSourcingHandler
    void on(ProcessPublished e) {
        processes.put(e.process(), process(e.process()).with(e));
    }

    @EventSourcingHandler
    void on(ProcessBound e) {
        // Dossiers ask for what is bound; the season itself decides nothing by it.
    }
}
