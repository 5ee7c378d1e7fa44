package org.zhikao.workflows.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.shared.Event;
import org.zhikao.admissions.shared.EventNames;
import org.zhikao.workflows.Contracts;

/** The facts that move tokens, read case by case; parked facts are left out, as they were when they came. */
final class FactTable {
    /** One moving fact. */
    record Row(String caseId, long index, Mover.Fact fact) {}

    private static final int PAGE = 4000;
    private static final String READ = """
            select e.global_index, e.event_identifier, e.type, e.aggregate_identifier, e.sequence_number,
                   e.time_stamp, e.payload_type, e.payload_revision, e.payload, e.meta_data
              from domain_event_entry e
             where e.payload_type = any(?) and (e.case_id, e.global_index) > (?, ?)
               and (?::text is null or e.case_id < ?)
               and not exists (select from deadletterentry d
                                where d.processinggroup = ? and d.eventidentifier = e.event_identifier)
             order by e.case_id, e.global_index
             limit\s""" + PAGE;

    private final JdbcTemplate jdbc;
    private final Contracts contracts;
    private final ObjectProvider<Codec> codec;
    private final String[] types;

    /** What turns stored bytes into events. */
    record Codec(Serializer serializer, EventUpcaster upcasters) {}

    FactTable(JdbcTemplate jdbc, Contracts contracts, ObjectProvider<Codec> codec) {
        this.jdbc = jdbc;
        this.contracts = contracts;
        this.codec = codec;
        this.types = contracts.moving().stream()
                .map(type -> EventNames.nameOf(type.getName()))
                .sorted()
                .toArray(String[]::new);
    }

    /** The case in the middle of all cases, by what started them; null when there are none. */
    @Nullable
    String middleCase() {
        return jdbc.queryForObject(
                "select percentile_disc(0.5) within group (order by case_id) from domain_event_entry"
                        + " where payload_type = 'registration.submitted'",
                String.class);
    }

    /** Reads whole cases in [from, to), at most so many a page, in the order of their facts. */
    void byCase(String from, @Nullable String to, int cases, Consumer<List<Row>> page) {
        String after = from;
        long afterIndex = -1;
        List<Row> held = new ArrayList<>();
        while (true) {
            List<Row> read = read(after, afterIndex, to);
            held.addAll(read);
            boolean end = read.size() < PAGE;
            while (true) {
                int cut = boundary(held, cases, end);
                if (cut == 0) {
                    break;
                }
                page.accept(List.copyOf(held.subList(0, cut)));
                held = new ArrayList<>(held.subList(cut, held.size()));
            }
            if (end) {
                return;
            }
            Row last = read.get(read.size() - 1);
            after = last.caseId();
            afterIndex = last.index();
        }
    }

    /** Rows that make up the next page: so many whole cases; the last case read may go on and is whole only at the end. */
    private static int boundary(List<Row> rows, int cases, boolean end) {
        int seen = 0;
        for (int i = 1; i < rows.size(); i++) {
            if (!rows.get(i).caseId().equals(rows.get(i - 1).caseId()) && ++seen == cases) {
                return i;
            }
        }
        return end ? rows.size() : 0;
    }

    private List<Row> read(String after, long afterIndex, @Nullable String to) {
        List<TrackedDomainEventData<byte[]>> data = new ArrayList<>();
        jdbc.query(
                READ,
                ps -> {
                    ps.setArray(1, ps.getConnection().createArrayOf("text", types));
                    ps.setString(2, after);
                    ps.setLong(3, afterIndex);
                    ps.setString(4, to);
                    ps.setString(5, to);
                    ps.setString(6, Ingress.GROUP);
                },
                rs -> {
                    data.add(new TrackedDomainEventData<>(
                            new GlobalSequenceTrackingToken(rs.getLong(1)),
                            new GenericDomainEventEntry<>(
                                    rs.getString(3),
                                    rs.getString(4),
                                    rs.getLong(5),
                                    rs.getString(2),
                                    rs.getString(6),
                                    rs.getString(7),
                                    rs.getString(8),
                                    rs.getBytes(9),
                                    rs.getBytes(10))));
                });
        List<Row> rows = new ArrayList<>(data.size());
        Codec c = codec.getObject();
        try (Stream<TrackedEventMessage<?>> messages =
                EventUtils.upcastAndDeserializeTrackedEvents(data.stream(), c.serializer(), c.upcasters())) {
            messages.forEach(message -> {
                long index = message.trackingToken().position().orElseThrow();
                rows.add(new Row(
                        CasePolicy.caseOf(((DomainEventMessage<?>) message).getAggregateIdentifier()),
                        index,
                        new Mover.Fact(index, contracts.moves((Event) message.getPayload()))));
            });
        }
        return rows;
    }
}
