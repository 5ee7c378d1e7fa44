package org.zhikao.server;

import java.io.IOException;
import javax.sql.DataSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.liquibase.LiquibaseAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.formats.sealing.MasterKey;
import org.zhikao.server.database.Database;
import org.zhikao.server.exemption.EvidenceWiring;
import org.zhikao.server.jobs.JobsWiring;
import org.zhikao.server.ledger.Follower;
import org.zhikao.server.ledger.LogFolder;
import org.zhikao.server.ledger.Sequencer;
import org.zhikao.server.security.MasterKeyFile;
import org.zhikao.server.security.Sealing;
import org.zhikao.server.security.SecurityWiring;
import org.zhikao.web.shared.WebConfiguration;

/** The whole application: the core, the pages, and who may do what. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = {DataSourceAutoConfiguration.class, LiquibaseAutoConfiguration.class})
@Import({Core.class, WebConfiguration.class, SecurityWiring.class, EvidenceWiring.class, JobsWiring.class})
public class ZhikaoServer {
    /** The origin that every checkpoint of this log names. */
    private static final String LEDGER = "zhikao/facts";

    @Bean
    MasterKey masterKey(Database database, DataFolderPath data) throws IOException {
        return MasterKeyFile.of(database, data.path());
    }

    /** Numbers and signs the facts behind everybody's back, in the data folder's {@code ledger}. */
    @Bean(initMethod = "start")
    Follower ledger(DataFolderPath data, DataSource source) {
        LogFolder logs = LogFolder.in(data.path());
        return new Follower(new Sequencer(logs.key(LEDGER), logs), source::getConnection);
    }

    @Bean
    Sealing sealing(JdbcTemplate jdbc, MasterKey master) {
        return Sealing.of(jdbc, master);
    }
}
