package org.zhikao.admissions.placement;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.zhikao.admissions.placement.RunCommand.PublishRun;
import org.zhikao.admissions.placement.RunCommand.RecordRun;
import org.zhikao.admissions.placement.RunCommand.RecordVerification;
import org.zhikao.admissions.placement.RunEvent.RunComputed;
import org.zhikao.admissions.placement.RunEvent.RunFailedVerification;
import org.zhikao.admissions.placement.RunEvent.RunPublished;
import org.zhikao.admissions.placement.RunEvent.RunVerified;
import org.zhikao.admissions.season.Phase;
import org.zhikao.admissions.season.Seasons;

/** 投档运行: computed, verified by code that shares nothing with the engine, then published; never otherwise. */
public final class PlacementRun {
    @AggregateIdentifier
    @SuppressWarnings("unused") // read by Axon
    private RunId id;

    private enum Stage {
        NONE,
        COMPUTED,
        VERIFIED,
        FAILED,
        PUBLISHED
    }

    private Stage stage = Stage.NONE;
    private String output = "";
    private int round;

    PlacementRun() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordRun c, Seasons seasons) {
        PlacementRefusal.RUN_EXISTS.unless(stage == Stage.NONE);
        PlacementRefusal.PLACEMENT_NOT_OPEN.unless(seasons.terms(c.season()).open(Phase.PLACEMENT, c.round()));
        apply(new RunComputed(
                c.season(),
                c.run(),
                c.round(),
                c.mechanism(),
                c.digest(),
                c.act().at()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordVerification c) {
        PlacementRefusal.RUN_NOT_COMPUTED.unless(stage == Stage.COMPUTED);
        PlacementRefusal.OTHER_OUTPUT.unless(c.outputDigest().equals(output));
        if (c.violations().isEmpty()) {
            apply(new RunVerified(
                    c.season(),
                    c.run(),
                    c.outputDigest(),
                    c.properties(),
                    c.act().at()));
        } else {
            apply(new RunFailedVerification(
                    c.season(),
                    c.run(),
                    c.outputDigest(),
                    c.violations(),
                    c.act().at()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PublishRun c, Seasons seasons) {
        PlacementRefusal.RUN_PUBLISHED.unless(stage != Stage.PUBLISHED);
        PlacementRefusal.RUN_FAILED_VERIFICATION.unless(stage != Stage.FAILED);
        PlacementRefusal.RUN_NOT_COMPUTED.unless(stage != Stage.NONE);
        PlacementRefusal.RUN_NOT_VERIFIED.unless(stage == Stage.VERIFIED);
        PlacementRefusal.PLACEMENT_NOT_OPEN.unless(seasons.terms(c.season()).open(Phase.PLACEMENT, round));
        apply(new RunPublished(c.season(), c.run(), round, c.act().at()));
    }

    @EventSourcingHandler
    void on(RunComputed e) {
        id = RunId.of(e.season(), e.run());
        stage = Stage.COMPUTED;
        output = e.digest().output();
        round = e.round();
    }

    @EventSourcingHandler
    void on(RunVerified e) {
        stage = Stage.VERIFIED;
    }

    @EventSourcingHandler
    void on(RunFailedVerification e) {
        stage = Stage.FAILED;
    }

    @EventSourcingHandler
    void on(RunPublished e) {
        stage = Stage.PUBLISHED;
    }
}
