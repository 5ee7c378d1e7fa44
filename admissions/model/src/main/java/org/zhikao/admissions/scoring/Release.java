package org.zhikao.admissions.scoring;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.zhikao.admissions.scoring.ReleaseCommand.RecordRelease;
import org.zhikao.admissions.scoring.ReleaseEvent.ResultsComputed;
import org.zhikao.admissions.season.Phase;
import org.zhikao.admissions.season.SeasonTerms;
import org.zhikao.admissions.season.Seasons;

/** 成绩公布: binds what is released to one digest and one version of the rules. */
public final class Release {
    @AggregateIdentifier
    @SuppressWarnings("unused") // read by Axon
    private ReleaseId id;

    private boolean computed;

    Release() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordRelease c, Seasons seasons) {
        ScoringRefusal.ALREADY_RELEASED.unless(!computed);
        SeasonTerms terms = seasons.terms(c.season());
        ScoringRefusal.SCORING_CLOSED.unless(terms.open(Phase.SCORING, 1));
        apply(new ResultsComputed(
                c.season(),
                c.release(),
                c.candidates(),
                c.digest(),
                terms.version(),
                c.act().at()));
    }

    @EventSourcingHandler
    void on(ResultsComputed e) {
        id = ReleaseId.of(e.season(), e.release());
        computed = true;
    }
}
