package org.zhikao.server.axon;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * What a batch of commands needs of its aggregates, read by at most two queries: the last sequence number of those remembered,
 * and the streams of those that are not, or that somebody else has gone on with.
 *
 * <p>Bound to the thread and the unit of work that opened it.
 */
final class Page {
    private static final ThreadLocal<@Nullable Page> CURRENT = new ThreadLocal<>();

    /** An index look-up each; reading the whole stream would be a row for each fact. */
    private static final String VERSIONS =
            "SELECT id, (SELECT max(sequence_number) FROM domain_event_entry WHERE aggregate_identifier = id)"
                    + " FROM unnest(?) AS wanted(id)";

    private static final String STREAMS =
            "SELECT type, aggregate_identifier, sequence_number, event_identifier, time_stamp, payload_type,"
                    + " payload_revision, payload, meta_data FROM domain_event_entry"
                    + " WHERE aggregate_identifier = ANY(?) ORDER BY aggregate_identifier, sequence_number";

    private final Map<String, List<DomainEventData<?>>> streams = new HashMap<>();
    private final Map<String, KnownDossiers.Known> known = new HashMap<>();
    private final Set<String> spoilt = new HashSet<>();

    private Page() {}

    /** Reads the page; the thread keeps it until {@link #close()}. */
    static void open(DataSource source, KnownDossiers dossiers, Collection<String> aggregates) {
        Page page = new Page();
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            page.recall(connection, dossiers, aggregates);
            page.read(connection, aggregates);
        } catch (SQLException e) {
            throw new IllegalStateException("the aggregates of a batch could not be read", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
        CURRENT.set(page);
    }

    private void recall(Connection connection, KnownDossiers dossiers, Collection<String> aggregates)
            throws SQLException {
        Map<String, KnownDossiers.Known> remembered = dossiers.of(aggregates);
        if (remembered.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(VERSIONS)) {
            statement.setArray(1, texts(connection, remembered.keySet()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    KnownDossiers.Known state = remembered.get(rows.getString(1));
                    if (state != null && state.version() == rows.getLong(2)) {
                        known.put(rows.getString(1), state);
                    }
                }
            }
        }
    }

    private void read(Connection connection, Collection<String> aggregates) throws SQLException {
        for (String id : aggregates) {
            if (!known.containsKey(id)) {
                streams.put(id, new ArrayList<>());
            }
        }
        if (streams.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(STREAMS)) {
            statement.setArray(1, texts(connection, streams.keySet()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String id = rows.getString(2);
                    streams.computeIfAbsent(id, k -> new ArrayList<>())
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
        }
    }

    private static Array texts(Connection connection, Collection<String> ids) throws SQLException {
        return connection.createArrayOf("text", ids.toArray());
    }

    static void close() {
        CURRENT.remove();
    }

    /** The stream of an aggregate of this thread's page, empty for a new one; null for any other aggregate. */
    static @Nullable List<DomainEventData<?>> stream(String id) {
        Page page = CURRENT.get();
        return page == null ? null : page.streams.get(id);
    }

    /** The dossier as it stands; null when it has to be folded. */
    static KnownDossiers.@Nullable Known known(String id) {
        Page page = CURRENT.get();
        return page == null ? null : page.known.get(id);
    }

    /** True inside a batch. */
    static boolean isOpen() {
        return CURRENT.get() != null;
    }

    /** A command on this aggregate was refused: what it had applied before is in the object and never becomes a fact. */
    static void spoilt(String id) {
        Page page = CURRENT.get();
        if (page != null) {
            page.spoilt.add(id);
        }
    }

    /** The aggregates whose objects show more than their facts. */
    static Set<String> spoilt() {
        Page page = CURRENT.get();
        return page == null ? Set.of() : page.spoilt;
    }
}
