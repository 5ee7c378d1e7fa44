package org.zhikao.views;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Folds the cases of one range into the tables of the schema {@code rebuilt}: case by case, so that each row is written once,
 * and chunk by chunk, each in a short transaction of its own, because every reader of facts waits for the oldest writer.
 */
final class Refolding {
    private static final int CHUNK = 20_000;
    /** Facts folded at once: enough rows for one statement, few enough to stay small. */
    private static final int FOLDED = 10_000;

    /** The facts whose stated reason a view shows; for all others the metadata need not be read at all. */
    private static final String[] REASONED = {
        "registration.rejected",
        "registration.returned",
        "exemption.evidence-requested",
        "exemption.appealed",
        "exemption.opinion"
    };

    private static final String READ =
            "select case_id, global_index, aggregate_identifier, sequence_number, payload_type,"
                    + " payload, case when payload_type = any(?) then meta_data end as meta_data from public.domain_event_entry"
                    + " where (case_id, global_index) > (?, ?) and case_id < ? and tx < ?::xid8"
                    + " order by case_id, global_index limit " + CHUNK;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final FactReader reader;
    private final String before;
    private final AtomicLong folded;

    /** {@code before}: only what transactions older than this one wrote, all of which have ended. */
    Refolding(JdbcTemplate jdbc, TransactionTemplate transaction, FactReader reader, String before, AtomicLong folded) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.reader = reader;
        this.before = before;
        this.folded = folded;
    }

    /** Case ids from {@code from}, inclusive, to {@code until}, exclusive. */
    record Range(String from, String until) {}

    private record Stored(
            String caseId,
            long index,
            String aggregate,
            long sequence,
            String name,
            byte[] payload,
            byte @Nullable [] metadata) {}

    void fold(Range range) {
        String caseId = range.from;
        long index = 0;
        List<Stored> open = new ArrayList<>();
        while (true) {
            List<Stored> chunk = read(caseId, index, range.until);
            open.addAll(chunk);
            if (chunk.size() < CHUNK) {
                write(open);
                return;
            }
            Stored last = chunk.get(chunk.size() - 1);
            caseId = last.caseId;
            index = last.index;
            // The last case may go on in the next chunk.
            int whole = open.size();
            while (whole > 0 && open.get(whole - 1).caseId.equals(caseId)) {
                whole--;
            }
            write(open.subList(0, whole));
            open = new ArrayList<>(open.subList(whole, open.size()));
        }
    }

    private List<Stored> read(String caseId, long index, String until) {
        return jdbc.query(READ, Refolding::stored, REASONED, caseId, index, until, before);
    }

    private void write(List<Stored> facts) {
        int from = 0;
        while (from < facts.size()) {
            int to = Math.min(from + FOLDED, facts.size());
            while (to < facts.size() && facts.get(to).caseId.equals(facts.get(to - 1).caseId)) {
                to++;
            }
            List<Fact> batch = facts.subList(from, to).stream().map(this::fact).toList();
            transaction.executeWithoutResult(status -> {
                jdbc.execute("set local search_path = rebuilt, public");
                Projection.apply(jdbc, batch, true);
            });
            folded.addAndGet(batch.size());
            from = to;
        }
    }

    private Fact fact(Stored stored) {
        byte[] metadata = stored.metadata;
        return new Fact(stored.aggregate, stored.sequence, reader.event(stored.name, stored.payload), () -> {
            if (metadata == null) {
                throw new IllegalStateException("the reason of " + stored.name + " was not read");
            }
            return reader.metadata(metadata);
        });
    }

    private static Stored stored(ResultSet row, int number) throws SQLException {
        return new Stored(
                Rows.text(row, "case_id"),
                row.getLong("global_index"),
                Rows.text(row, "aggregate_identifier"),
                row.getLong("sequence_number"),
                Rows.text(row, "payload_type"),
                row.getBytes("payload"),
                row.getBytes("meta_data"));
    }
}
