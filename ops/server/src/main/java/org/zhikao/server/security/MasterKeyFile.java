package org.zhikao.server.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.zhikao.formats.sealing.MasterKey;
import org.zhikao.formats.sealing.MasterKeys;
import org.zhikao.server.database.Database;
import org.zhikao.server.database.DatabaseRefused;

/** 主密钥文件: beside the data, not in the database; and never another one than the database was written under. */
public final class MasterKeyFile {
    private static final String NAME = "master.key";

    private MasterKeyFile() {}

    /**
     * The key in the data folder, made when nobody's key has been wrapped yet.
     *
     * @throws DatabaseRefused when somebody's key has, and the file is gone or holds another key: with a new one, particulars
     *     would go on being written that nobody could read together with the old
     */
    public static MasterKey of(Database database, Path data) throws IOException {
        Path file = in(data);
        try (Connection connection = database.application().connect()) {
            if (!Files.exists(file) && inUse(connection, "")) {
                throw new DatabaseRefused(
                        DatabaseRefused.Code.OTHER_MASTER_KEY,
                        "The master key " + file + " is missing and the database holds keys wrapped under it;"
                                + " put it back as the runbook says (lost-master-key).");
            }
            MasterKey key = MasterKeys.inFile(file);
            if (inUse(connection, key.id())) {
                throw new DatabaseRefused(
                        DatabaseRefused.Code.OTHER_MASTER_KEY,
                        "The master key " + file + " is not the one that keys in the database were wrapped under;"
                                + " put that one back as the runbook says (lost-master-key).");
            }
            return key;
        } catch (SQLException e) {
            throw new IOException("the database cannot say under which master key it was written", e);
        }
    }

    /** Where the master key of a data folder lies. */
    public static Path in(Path data) {
        return data.resolve(NAME);
    }

    /** True when a living key is wrapped under another master key than this. */
    private static boolean inUse(Connection connection, String id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT EXISTS (SELECT 1 FROM subject_key WHERE wrapped_key IS NOT NULL AND master_key <> ?)")) {
            statement.setString(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
