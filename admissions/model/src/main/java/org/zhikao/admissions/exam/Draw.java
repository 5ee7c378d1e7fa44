package org.zhikao.admissions.exam;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.zhikao.admissions.exam.DrawCommand.RecordDraw;
import org.zhikao.admissions.exam.DrawEvent.SeatsDrawn;
import org.zhikao.admissions.season.Phase;
import org.zhikao.admissions.season.Seasons;

/** 考场编排: the seed becomes a fact after the draw, so that anybody can repeat it. */
public final class Draw {
    @AggregateIdentifier
    @SuppressWarnings("unused") // read by Axon
    private DrawId id;

    private boolean drawn;

    Draw() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordDraw c, Seasons seasons) {
        ExamRefusal.ALREADY_ARRANGED.unless(!drawn);
        ExamRefusal.EXAM_NOT_OPEN.unless(seasons.terms(c.season()).open(Phase.EXAM, 1));
        apply(new SeatsDrawn(
                c.season(),
                c.draw(),
                c.seed(),
                c.candidates(),
                c.digest(),
                c.act().at()));
    }

    @EventSourcingHandler
    void on(SeatsDrawn e) {
        id = DrawId.of(e.season(), e.draw());
        drawn = true;
    }
}
