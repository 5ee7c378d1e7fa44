package org.zhikao.server.exemption;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhikao.server.DataFolderPath;
import org.zhikao.server.security.Sealing;

/** Evidence: the vault, and the workers behind it; a scanner where somebody offers one. */
@Configuration(proxyBeanMethods = false)
public class EvidenceWiring {
    @Bean
    SealedEvidence sealedEvidence(
            Sealing sealing,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Clock clock,
            ObjectProvider<MalwareScanner> scanner) {
        return new SealedEvidence(
                sealing,
                jdbc,
                new TransactionTemplate(transactions),
                clock,
                scanner.getIfAvailable(MalwareScanner::none));
    }

    @Bean(destroyMethod = "close")
    CopyWork copyWork(
            SealedEvidence vault, Sealing sealing, JdbcTemplate jdbc, ObjectProvider<MalwareScanner> scanner) {
        CopyWork work = new CopyWork(sealing, jdbc, scanner.getIfAvailable(MalwareScanner::none));
        work.follow(vault);
        return work;
    }

    /** Facts are recorded by the wall, also where a demonstration's clock is moved. */
    @Bean(initMethod = "start", destroyMethod = "close")
    NoticeWork noticeWork(JdbcTemplate jdbc, DataFolderPath data, ObjectProvider<MessagePost> post) {
        return new NoticeWork(
                jdbc, post.getIfAvailable(() -> new FileMessages(data.path().resolve("outbox"))), Clock.systemUTC());
    }

    @Bean
    SealedObjections sealedObjections(Sealing sealing, JdbcTemplate jdbc, Clock clock) {
        return new SealedObjections(sealing, jdbc, clock);
    }
}
