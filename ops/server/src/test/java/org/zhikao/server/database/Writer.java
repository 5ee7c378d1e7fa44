package org.zhikao.server.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;

/** An application that writes facts, one transaction each, says the number of each one kept, and waits to be killed. */
final class Writer {
    private Writer() {}

    public static void main(String[] arguments) throws Exception {
        DatabasePlace place =
                arguments[0].isEmpty() ? new DatabasePlace.Throwaway() : new DatabasePlace.Kept(Path.of(arguments[0]));
        // Not closed: this program only ever ends by being killed.
        Database database = Database.open(place, Mode.REAL);
        try (Connection connection = database.application().connect();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO domain_event_entry(event_identifier,"
                                + " aggregate_identifier, sequence_number, payload_type, time_stamp, payload, meta_data)"
                                + " VALUES (gen_random_uuid(), ?, ?, 'Tested', '2026-03-01T08:00:00Z', '\\x7b7d', '\\x7b7d')")) {
            for (int i = 0; ; i++) {
                insert.setString(1, arguments[1]);
                insert.setInt(2, i);
                insert.executeUpdate();
                System.out.println(i);
            }
        }
    }
}
