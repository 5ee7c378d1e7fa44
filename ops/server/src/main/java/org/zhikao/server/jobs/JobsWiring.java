package org.zhikao.server.jobs;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhikao.admissions.exemption.Registers;
import org.zhikao.admissions.process.Decisions;
import org.zhikao.admissions.process.Instruction;
import org.zhikao.admissions.process.ProcessRebuild;
import org.zhikao.server.axon.CommandBatches;
import org.zhikao.server.database.Database;
import org.zhikao.server.season.SeasonStates;
import org.zhikao.server.security.Sealing;
import org.zhikao.server.security.TableRegisters;
import org.zhikao.server.work.AccountPool;
import org.zhikao.server.work.ExamWork;
import org.zhikao.server.work.PlacementWork;
import org.zhikao.server.work.PreferenceWork;
import org.zhikao.server.work.Readers;
import org.zhikao.server.work.ReleaseWork;
import org.zhikao.server.work.ReviewerPool;
import org.zhikao.views.exemption.ClaimQueries;
import org.zhikao.views.registration.ParticularsReader;
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
            PlatformTransactionManager transactions,
            Sealing sealing,
            ObjectProvider<DeskWork.NextPhase> demonstration) {
        return new DeskWork(
                works,
                new Imports(batches, seasons, particulars, accounts, jdbc),
                new RegisterImport(jdbc, new TransactionTemplate(transactions), sealing.index()),
                jdbc,
                clock,
                demonstration.getIfAvailable());
    }

    @Bean
    ProcessDeskWork processDeskWork(DeskWork jobs, ProcessRebuild processes) {
        return new ProcessDeskWork(jobs, processes);
    }

    @Bean
    ReviewerPool reviewerPool(JdbcTemplate jdbc) {
        return new AccountPool(jdbc);
    }

    @Bean
    Registers registers(JdbcTemplate jdbc, ParticularsReader particulars, Sealing sealing) {
        return new TableRegisters(
                jdbc,
                candidate -> particulars
                        .read(List.of(candidate))
                        .getOrDefault(candidate, new ParticularsReader.Particulars(Map.of(), true))
                        .field("name"),
                sealing.index());
    }

    /** The commands are asked for late: the engine that issues the instruction is made before it. */
    @Bean
    Instruction claimTurns(
            ObjectProvider<CommandBatches> commands,
            JdbcTemplate jdbc,
            ReviewerPool pool,
            Registers registers,
            Decisions decisions,
            Clock clock) {
        return new ClaimTurns(
                commands::getObject,
                new ClaimQueries(Objects.requireNonNull(jdbc.getDataSource())),
                pool,
                registers,
                decisions,
                clock);
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
