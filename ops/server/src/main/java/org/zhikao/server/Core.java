package org.zhikao.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.liquibase.LiquibaseAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.exemption.Digests;
import org.zhikao.admissions.process.ProcessStudio;
import org.zhikao.admissions.process.PublishedDrawings;
import org.zhikao.admissions.process.WorkingDays;
import org.zhikao.admissions.season.ProcessReview;
import org.zhikao.admissions.season.Rulebook;
import org.zhikao.seeds.Holidays;
import org.zhikao.server.axon.AxonWiring;
import org.zhikao.server.axon.CommandSender;
import org.zhikao.server.axon.SeasonGate;
import org.zhikao.server.database.Database;
import org.zhikao.server.season.FactDrawings;
import org.zhikao.server.season.LintedProcess;
import org.zhikao.server.season.OfficeStudio;
import org.zhikao.server.season.ReadRulebook;
import org.zhikao.server.season.RulesDrafts;
import org.zhikao.server.season.SeasonStates;
import org.zhikao.server.work.Digest;
import org.zhikao.server.work.ExamWork;
import org.zhikao.server.work.Hindrances;
import org.zhikao.server.work.MassCommands;
import org.zhikao.server.work.PlacementWork;
import org.zhikao.server.work.PreferenceWork;
import org.zhikao.server.work.Readers;
import org.zhikao.server.work.ReleaseWork;
import org.zhikao.server.work.Roll;
import org.zhikao.server.work.RunFiles;
import org.zhikao.views.ViewVersions;
import org.zhikao.views.ViewsConfiguration;
import org.zhikao.views.ViewsRebuild;
import org.zhikao.web.RulesDesk;
import org.zhikao.workflows.engine.IngressConfiguration;

/**
 * Everything but the web: commands, facts, readers, tokens and long work over one database that was opened before.
 *
 * <p>Named bean by bean, nothing is scanned: what runs here can be read here.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = {DataSourceAutoConfiguration.class, LiquibaseAutoConfiguration.class})
@Import({AxonWiring.class, ViewsConfiguration.class, IngressConfiguration.class})
public class Core {
    /** Two workers a reader, jobs, mass commands and requests, and some to spare. */
    private static final int CONNECTIONS = 24;

    /** As many as the machine has cores, since everything else on it works at the same time. */
    private static final int MASS_THREADS = 2;

    @Bean
    DataSource dataSource(Database database) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("zhikao");
        config.setJdbcUrl(database.application().url());
        config.setUsername(database.application().user());
        config.setPassword(database.application().password());
        config.setConnectionInitSql(database.application().sessionSql());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(4);
        return new HikariDataSource(config);
    }

    @Bean
    SeasonStates seasonStates(JdbcTemplate jdbc, SeasonGate gate) {
        return new SeasonStates(jdbc, gate);
    }

    @Bean
    Rulebook rulebook() {
        return new ReadRulebook();
    }

    @Bean
    Digests digests() {
        return Digest::of;
    }

    @Bean
    ProcessReview processReview() {
        return new LintedProcess();
    }

    @Bean
    PublishedDrawings publishedDrawings(JdbcTemplate jdbc) {
        return new FactDrawings(jdbc);
    }

    @Bean
    ProcessStudio processStudio(DataSource source, SeasonStates seasons, Clock clock) {
        return new OfficeStudio(source, seasons, clock);
    }

    @Bean
    RulesDesk rulesDesk(JdbcTemplate jdbc) {
        return new RulesDrafts(jdbc);
    }

    @Bean
    Readers readers(EventProcessingConfiguration processing, JdbcTemplate jdbc) {
        return new Readers(processing, jdbc, List.of("ingress", "views"));
    }

    @Bean
    ViewsRebuild viewsRebuild(
            DataSource source, @Qualifier("serializer") Serializer tokens, Clock clock, ViewVersions versions) {
        return new ViewsRebuild(source, tokens, clock, versions, MASS_THREADS);
    }

    @Bean
    MassCommands massCommands(CommandSender sender) {
        return new MassCommands(sender, MASS_THREADS);
    }

    @Bean
    Roll roll(JdbcTemplate jdbc) {
        return new Roll(jdbc);
    }

    /** Deadlines count the working days of the announced calendar. */
    @Bean
    WorkingDays workingDays() {
        return Holidays.china();
    }

    @Bean
    Hindrances hindrances(SeasonStates seasons, JdbcTemplate jdbc) {
        return new Hindrances(seasons, jdbc);
    }

    @Bean
    ExamWork examWork(
            Roll roll,
            Hindrances hindrances,
            MassCommands mass,
            CommandGateway commands,
            JdbcTemplate jdbc,
            Clock clock) {
        return new ExamWork(roll, hindrances, mass, commands, jdbc, clock);
    }

    @Bean
    ReleaseWork releaseWork(
            SeasonStates seasons,
            Roll roll,
            Hindrances hindrances,
            MassCommands mass,
            CommandGateway commands,
            Clock clock) {
        return new ReleaseWork(seasons, roll, hindrances, mass, commands, clock);
    }

    @Bean
    PreferenceWork preferenceWork(Roll roll, MassCommands mass, Clock clock) {
        return new PreferenceWork(roll, mass, clock);
    }

    @Bean
    RunFiles runFiles(JdbcTemplate jdbc) {
        return new RunFiles(jdbc);
    }

    @Bean
    PlacementWork placementWork(
            SeasonStates seasons,
            Roll roll,
            Hindrances hindrances,
            MassCommands mass,
            CommandGateway commands,
            JdbcTemplate jdbc,
            RunFiles files,
            Clock clock) {
        return new PlacementWork(seasons, roll, hindrances, mass, commands, jdbc, files, clock);
    }
}
