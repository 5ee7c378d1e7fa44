package org.zhikao.server.axon;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.statements.JdbcEventStorageEngineStatements;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * The event table as Axon sees it, with two additions of ours: readers skip what a running transaction may still precede, and
 * mass work loads the streams of a whole batch with one query.
 */
final class PagedEventStorage extends JdbcEventStorageEngine {
    private static final String HORIZON = " AND tx < pg_snapshot_xmin(pg_current_snapshot())";
    private static final String FROM = " FROM domain_event_entry WHERE ";
    private static final ThreadLocal<@Nullable Map<String, List<DomainEventData<?>>>> PAGE = new ThreadLocal<>();

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

    /** The streams of these aggregates are read by one query now and served to this thread until {@link #leave()}. */
    static void enter(DataSource source, Collection<String> aggregates) {
        Map<String, List<DomainEventData<?>>> page = new HashMap<>(aggregates.size() * 2);
        aggregates.forEach(id -> page.put(id, new ArrayList<>()));
        Connection connection = DataSourceUtils.getConnection(source);
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT type, aggregate_identifier, sequence_number, event_identifier, time_stamp, payload_type,"
                        + " payload_revision, payload, meta_data" + FROM
                        + "aggregate_identifier = ANY(?) ORDER BY aggregate_identifier, sequence_number")) {
            statement.setArray(1, connection.createArrayOf("text", aggregates.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String id = rows.getString(2);
                    page.computeIfAbsent(id, k -> new ArrayList<>())
                            .add(new GenericDomainEventEntry<>(
                                    rows.getString(1),
                                    id,
                                    rows.getLong(3),
                                    rows.getString(4),
                                    rows.getString(5),
                                    rows.getString(6),
                                    rows.getString(7),
                                    rows.getBytes(8),
                                    rows.getBytes(9)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the streams of a batch could not be read", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
        PAGE.set(page);
    }

    static void leave() {
        PAGE.remove();
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readEventData(String identifier, long firstSequenceNumber) {
        Map<String, List<DomainEventData<?>>> page = PAGE.get();
        List<DomainEventData<?>> stream = page == null ? null : page.get(identifier);
        return stream == null || firstSequenceNumber > 0
                ? super.readEventData(identifier, firstSequenceNumber)
                : stream.stream();
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String identifier) {
        // No snapshots are taken, so a page saves that query too.
        Map<String, List<DomainEventData<?>>> page = PAGE.get();
        return page != null && page.containsKey(identifier) ? Stream.empty() : super.readSnapshotData(identifier);
    }
}
