package org.zhikao.server.security;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.zhikao.formats.sealing.MasterKey;
import org.zhikao.server.database.Database;

/** Accounts without a running application, for the command line: the same rules, no session to end. */
public final class OfflineAccounts {
    private OfflineAccounts() {}

    public static Accounts over(Database database, Path data) throws IOException {
        MasterKey master = MasterKeyFile.of(database, data);
        SingleConnectionDataSource source = new SingleConnectionDataSource(
                database.application().url(),
                database.application().user(),
                database.application().password(),
                true);
        JdbcTemplate jdbc = new JdbcTemplate(source);
        jdbc.execute(database.application().sessionSql());
        Clock wall = Clock.systemUTC();
        return new Accounts(
                jdbc,
                HashingPool.ofThisMachine(),
                new Pauses(jdbc, wall),
                new ActivationCodes(master),
                new Logins(),
                new SessionRegistryImpl(),
                wall);
    }
}
