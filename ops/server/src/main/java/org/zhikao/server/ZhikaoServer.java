package org.zhikao.server;

import java.io.IOException;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.liquibase.LiquibaseAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.formats.sealing.MasterKey;
import org.zhikao.formats.sealing.MasterKeys;
import org.zhikao.server.jobs.JobsWiring;
import org.zhikao.server.security.OfflineAccounts;
import org.zhikao.server.security.Sealing;
import org.zhikao.server.security.SecurityWiring;
import org.zhikao.web.shared.WebConfiguration;

/** The whole application: the core, the pages, and who may do what. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = {DataSourceAutoConfiguration.class, LiquibaseAutoConfiguration.class})
@Import({Core.class, WebConfiguration.class, SecurityWiring.class, JobsWiring.class})
public class ZhikaoServer {
    @Bean
    MasterKey masterKey(DataFolderPath data) throws IOException {
        return MasterKeys.inFile(OfflineAccounts.masterKey(data.path()));
    }

    @Bean
    Sealing sealing(JdbcTemplate jdbc, DataFolderPath data) throws IOException {
        return Sealing.of(jdbc, OfflineAccounts.masterKey(data.path()));
    }
}
