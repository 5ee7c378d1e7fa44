package org.zhikao.server.jobs;

import java.time.Clock;
import java.util.Objects;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.process.Instruction;
import org.zhikao.server.axon.CommandBatches;
import org.zhikao.server.database.Database;
import org.zhikao.server.season.SeasonStates;
import org.zhikao.server.work.AccountPool;
import org.zhikao.server.work.ExamWork;
import org.zhikao.server.work.PlacementWork;
import org.zhikao.server.work.PreferenceWork;
import org.zhikao.server.work.Readers;
import org.zhikao.server.work.ReleaseWork;
import org.zhikao.server.work.ReviewerPool;
import org.zhikao.views.exemption.ClaimQueries;
import org.zhikao.web.access.AccountDesk;
import org.zhikao.web.registration.ParticularsDesk;

/** The jobs of the desks. */
@Configuration(proxyBeanMethods = false)
public class JobsWiring {
    @Bean
    DeskWork.Works works(
            SeasonStates seasons,
            ExamWork exam,
            ReleaseWork release,
            PreferenceWork preferences,
            PlacementWork placement,
            Readers readers) {
        return new DeskWork.Works(seasons, exam, release, preferences, placement, readers);
    }

    @Bean
    DeskWork deskWork(
            DeskWork.Works works,
            CommandBatches batches,
            SeasonStates seasons,
            ParticularsDesk particulars,
            AccountDesk accounts,
            JdbcTemplate jdbc,
            Clock clock,
            ObjectProvider<DeskWork.NextPhase> demonstration) {
        return new DeskWork(
                works,
                new Imports(batches, seasons, particulars, accounts, jdbc),
                jdbc,
                clock,
                demonstration.getIfAvailable());
    }

    @Bean
    ReviewerPool reviewerPool(JdbcTemplate jdbc) {
        return new AccountPool(jdbc);
    }

    /** The gateway is asked for late: the engine that issues the instruction is made before it. */
    @Bean
    Instruction claimTurns(ObjectProvider<CommandGateway> commands, JdbcTemplate jdbc, ReviewerPool pool, Clock clock) {
        return new ClaimTurns(
                commands::getObject, new ClaimQueries(Objects.requireNonNull(jdbc.getDataSource())), pool, clock);
    }

    @Bean
    WhatIfDesk whatIfDesk(DeskWork jobs, Database database, JdbcTemplate jdbc) {
        return new WhatIfDesk(jobs, database, jdbc);
    }

    @Bean
    AmendmentDesk amendmentDesk(DeskWork jobs, WhatIfDesk trials, JdbcTemplate jdbc, Clock clock) {
        return new AmendmentDesk(jobs, trials, jdbc, clock);
    }
}
