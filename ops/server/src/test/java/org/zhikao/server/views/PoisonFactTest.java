package org.zhikao.server.views;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.server.bench.FactMill;
import org.zhikao.server.bench.ViewBench;
import org.zhikao.server.database.Database;
import org.zhikao.server.database.DatabasePlace;
import org.zhikao.server.database.Mode;
import org.zhikao.views.ViewProgress;

/** A fact that cannot be folded, among hundreds that can. */
class PoisonFactTest {
    private static final int CANDIDATES = 60;
    private static final int POISONED = 17;

    @Test
    void parksItsOwnCaseOnly() throws Exception {
        try (Database database = Database.open(new DatabasePlace.Throwaway(), Mode.THROWAWAY);
                HikariDataSource pool = ViewBench.pool(database.application())) {
            String victim = FactMill.candidate(POISONED).value();
            try (Connection connection = database.application().connect()) {
                // Of the poisoned dossier the fourth fact is missing: a reader that went on would show something
                // untrue.
                new FactMill(CANDIDATES).without(POISONED, 3).write(connection);
            }
            JdbcTemplate jdbc = new JdbcTemplate(pool);
            try (ConfigurableApplicationContext context = ViewBench.context(pool)) {
                assertThat(context.getBean(ViewProgress.class).awaitHead(Duration.ofMinutes(2)))
                        .isTrue();
            }
            assertThat(jdbc.queryForObject(
                            "select version from candidate_view where candidate = ?", Long.class, victim))
                    .isEqualTo(2);
            for (int i = 0; i < CANDIDATES; i++) {
                if (i != POISONED) {
                    String id = FactMill.candidate(i).value();
                    assertThat(jdbc.queryForObject(
                                    "select version from candidate_view where candidate = ?", Long.class, id))
                            .isEqualTo(FactMill.factsOf(i).size() - 1);
                }
            }
            List<String> parked = jdbc.queryForList(
                    "select distinct sequenceidentifier from deadletterentry where processinggroup = 'views'",
                    String.class);
            assertThat(parked).containsExactly(victim);
            assertThat(jdbc.queryForObject("select count(*) from deadletterentry", Long.class))
                    .isEqualTo(FactMill.factsOf(POISONED).size() - 4);
        }
    }
}
