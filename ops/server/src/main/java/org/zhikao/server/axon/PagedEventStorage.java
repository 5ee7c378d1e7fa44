package org.zhikao.server.axon;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.statements.JdbcEventStorageEngineStatements;

/**
 * The event table as Axon sees it, with two additions of ours: readers skip what a running transaction may still precede, and
 * mass work finds the streams of its {@link Page}.
 */
final class PagedEventStorage extends JdbcEventStorageEngine {
    private static final String HORIZON = " AND tx < pg_snapshot_xmin(pg_current_snapshot())";
    private static final String FROM = " FROM domain_event_entry WHERE ";

    static final EventSchema SCHEMA = EventSchema.builder()
            .eventTable("domain_event_entry")
            .snapshotTable("snapshot_event_entry")
            .globalIndexColumn("global_index")
            .timestampColumn("time_stamp")
            .eventIdentifierColumn("event_identifier")
            .aggregateIdentifierColumn("aggregate_identifier")
            .sequenceNumberColumn("sequence_number")
            .typeColumn("type")
            .payloadTypeColumn("payload_type")
            .payloadRevisionColumn("payload_revision")
            .payloadColumn("payload")
            .metaDataColumn("meta_data")
            .build();

    PagedEventStorage(Builder builder) {
        super(builder);
    }

    /** Statements that keep readers behind every transaction that may still commit a lower index. */
    static Builder statements(Builder builder) {
        return builder.schema(SCHEMA)
                // Longest unit of work + transaction_timeout + clock skew, see the reference on gaps.
                .gapTimeout(180_000)
                .appendEvents((connection, schema, type, events, serializer, timestamps) -> {
                    // The transaction takes its number before it takes index numbers, or the horizon could miss it.
                    try (var first = connection.createStatement()) {
                        first.execute("SELECT pg_current_xact_id()");
                    }
                    return JdbcEventStorageEngineStatements.appendEvents(
                            connection, schema, type, events, serializer, timestamps);
                })
                .readEventDataWithoutGaps((connection, schema, from, most) -> longs(
                        connection,
                        "SELECT " + schema.trackedEventFields() + FROM + "global_index > ? AND global_index <= ?"
                                + HORIZON + " ORDER BY global_index",
                        from,
                        from + most))
                .readEventDataWithGaps((connection, schema, from, most, gaps) -> {
                    PreparedStatement statement =
                            connection.prepareStatement("SELECT " + schema.trackedEventFields() + FROM
                                    + "((global_index > ? AND global_index <= ?) OR global_index = ANY(?))" + HORIZON
                                    + " ORDER BY global_index");
                    statement.setLong(1, from);
                    statement.setLong(2, from + most);
                    statement.setArray(3, connection.createArrayOf("bigint", gaps.toArray()));
                    return statement;
                })
                .fetchTrackedEvents((connection, schema, index) ->
                        longs(connection, "SELECT min(global_index)" + FROM + "global_index > ?" + HORIZON, index))
                .createHeadToken((connection, schema) ->
                        longs(connection, "SELECT max(global_index)" + FROM + "true" + HORIZON));
    }

    private static PreparedStatement longs(Connection connection, String sql, long... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setLong(i + 1, values[i]);
        }
        return statement;
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readEventData(String identifier, long firstSequenceNumber) {
        List<DomainEventData<?>> stream = Page.stream(identifier);
        return stream == null || firstSequenceNumber > 0
                ? super.readEventData(identifier, firstSequenceNumber)
                : stream.stream();
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String identifier) {
        // No snapshots are taken, so a page saves that query too.
        return Page.stream(identifier) == null ? super.readSnapshotData(identifier) : Stream.empty();
    }
}
