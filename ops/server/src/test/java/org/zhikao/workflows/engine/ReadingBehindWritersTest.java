package org.zhikao.workflows.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.shared.CandidateId;

/** No fact is passed over because its writer was slow: readers see only what no running transaction can still precede. */
class ReadingBehindWritersTest {
    private final Workshop shop = Workshop.get();

    /** T4: the slow writer has the lower number and commits later. */
    @Test
    void aSlowWriterIsWaitedForAndItsFactComesFirst() throws SQLException {
        CandidateId slow = Facts.candidate("slow", 1);
        CandidateId quick = Facts.candidate("quick", 1);
        shop.awaitIngress();
        try (Connection writer = shop.database.application().connect()) {
            writer.setAutoCommit(false);
            insert(writer, slow, "pg_current_xact_id()");
            shop.record(List.of(Facts.of(quick).submitted()));
            long until = System.nanoTime() + 1_500_000_000L;
            while (System.nanoTime() < until) {
                assertThat(shop.at(quick)).isNull();
                java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
            }
            writer.commit();
        }
        Workshop.await("both facts applied", () -> shop.at(quick) != null && shop.at(slow) != null);
        assertThat(shop.jdbc.queryForObject(
                        "select (select last_index from workflow_position where case_id = ?)"
                                + " < (select last_index from workflow_position where case_id = ?)",
                        Boolean.class,
                        slow.value(),
                        quick.value()))
                .isTrue();
    }

    /** T4c: after a dump was restored elsewhere, transaction numbers may lie in the future; such rows wait to be reset. */
    @Test
    void aRowOfAFutureTransactionIsHiddenUntilItIsReset() throws SQLException {
        CandidateId future = Facts.candidate("future", 1);
        try (Connection owner = shop.database.owner().connect()) {
            insert(owner, future, "'9000000000'::xid8");
            CandidateId after = Facts.candidate("future", 2);
            shop.record(List.of(Facts.of(after).submitted()));
            Workshop.await("the fact behind it applied", () -> shop.at(after) != null);
            assertThat(shop.at(future)).isNull();
            try (var statement = owner.createStatement()) {
                statement.execute("alter table domain_event_entry disable trigger facts_are_final");
                statement.execute("update domain_event_entry set tx = pg_current_xact_id() where case_id = '"
                        + future.value() + "'");
                statement.execute("alter table domain_event_entry enable always trigger facts_are_final");
            }
        }
        Workshop.await("the row applied", () -> shop.at(future) != null);
    }

    private static void insert(Connection connection, CandidateId candidate, String tx) throws SQLException {
        try (PreparedStatement ps = connection.prepareStatement(
                "insert into domain_event_entry(event_identifier, aggregate_identifier, sequence_number, type, payload_type,"
                        + " payload_revision, time_stamp, payload, meta_data, tx) select ?, ?, 0, 'Dossier', payload_type,"
                        + " payload_revision, time_stamp, convert_to(replace(convert_from(payload, 'UTF8'), ?, ?), 'UTF8'),"
                        + " meta_data, " + tx + " from domain_event_entry where case_id = ? and sequence_number = 0")) {
            ps.setString(1, "event-of-" + candidate.value());
            ps.setString(2, candidate.value());
            ps.setString(3, model().value());
            ps.setString(4, candidate.value());
            ps.setString(5, model().value());
            assertThat(ps.executeUpdate()).isOne();
        }
    }

    /** A recorded submission to copy. */
    private static CandidateId model() {
        CandidateId model = Facts.candidate("model", 1);
        Workshop shop = Workshop.get();
        if (shop.jdbc.queryForObject(
                        "select count(*) from domain_event_entry where case_id = ?", Long.class, model.value())
                == 0) {
            shop.record(List.of(Facts.of(model).submitted()));
        }
        return model;
    }
}
