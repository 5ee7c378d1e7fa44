package org.zhikao.server.season;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.zhikao.admissions.process.Rehearsed;
import org.zhikao.admissions.season.Seasons;
import org.zhikao.admissions.shared.Event;
import org.zhikao.admissions.shared.EventNames;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.formats.facts.FactJson;
import org.zhikao.seeds.Holidays;
import org.zhikao.workflows.Contracts;
import org.zhikao.workflows.rehearsal.Rehearsal;
import org.zhikao.workflows.release.ReleaseContracts;

/** Walks a season's recorded facts through a draft, case by case from a cursor: no more than one case is held in memory. */
final class SeasonFacts {
    private static final int FETCH = 5_000;
    private static final String FACTS =
            "SELECT case_id, payload_type, payload FROM domain_event_entry WHERE payload_type"
                    + " = ANY(?) AND (case_id = ? OR case_id IN (SELECT candidate FROM candidate_view WHERE season = ?))"
                    + " ORDER BY case_id, global_index";

    private final DataSource source;
    private final Clock clock;
    private final Contracts contracts;
    private final ObjectMapper json = FactJson.mapper();

    SeasonFacts(DataSource source, Seasons seasons, Clock clock) {
        this.source = source;
        this.clock = clock;
        this.contracts = ReleaseContracts.with(season -> seasons.terms(season).rounds(), Holidays.china());
    }

    Rehearsed rehearse(byte[] draft, byte[] current, SeasonId season) {
        Rehearsal rehearsal = new Rehearsal(contracts, draft, current);
        Map<String, Class<? extends Event>> names = new HashMap<>();
        for (Class<?> type : contracts.moving()) {
            names.put(EventNames.nameOf(type.getName()), type.asSubclass(Event.class));
        }
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false); // a cursor lives within a transaction
            try (PreparedStatement facts = connection.prepareStatement(FACTS)) {
                facts.setFetchSize(FETCH);
                facts.setArray(
                        1, connection.createArrayOf("text", names.keySet().toArray()));
                facts.setString(2, season.value());
                facts.setString(3, season.value());
                walk(facts, names, rehearsal);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the facts of " + season + " could not be read for a rehearsal", e);
        }
        return rehearsal.result();
    }

    private void walk(PreparedStatement facts, Map<String, Class<? extends Event>> names, Rehearsal rehearsal)
            throws SQLException {
        try (ResultSet rows = facts.executeQuery()) {
            String before = "";
            while (rows.next()) {
                String one = rows.getString(1);
                if (!one.equals(before)) {
                    rehearsal.settle(clock.instant());
                    before = one;
                }
                Class<? extends Event> type = names.get(rows.getString(2));
                if (type != null) {
                    rehearsal.take(json.readValue(rows.getBytes(3), type));
                }
            }
            rehearsal.settle(clock.instant());
        } catch (IOException e) {
            throw new UncheckedIOException("a stored fact cannot be read", e);
        }
    }
}
