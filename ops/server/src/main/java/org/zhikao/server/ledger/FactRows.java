package org.zhikao.server.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.zhikao.audit.replay.StoredFact;

/** One row of the event table as the audit sees it. */
final class FactRows {
    /** The columns, in the order in which {@link #fact} reads them. */
    static final String COLUMNS = "e.global_index, e.event_identifier, e.aggregate_identifier, e.sequence_number,"
            + " e.payload_type, coalesce(e.payload_revision, ''), e.time_stamp, e.payload, e.meta_data";

    private FactRows() {}

    static StoredFact fact(ResultSet row) throws SQLException {
        return new StoredFact(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getBytes(8),
                row.getBytes(9));
    }
}
