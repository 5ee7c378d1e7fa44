package org.zhikao.server.season;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.web.RulesDesk;

/** Season files being written, one row each; what becomes of them is a fact, they themselves are none. */
public final class RulesDrafts implements RulesDesk {
    private static final Pattern NAME = Pattern.compile("[a-z]+(\\.assumed)?");
    private static final List<String> PROVINCES =
            List.of("shandong", "hubei", "jiangsu", "zhejiang", "guangdong", "chongqing", "sichuan", "fujian");

    private final JdbcTemplate jdbc;

    public RulesDrafts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Draft> drafts() {
        return jdbc.query("SELECT * FROM rules_draft ORDER BY changed_at DESC, id", RulesDrafts::draft);
    }

    @Override
    public Optional<Draft> draft(String id) {
        return jdbc.query("SELECT * FROM rules_draft WHERE id = ?", RulesDrafts::draft, id).stream()
                .findFirst();
    }

    private static Draft draft(ResultSet row, int number) throws SQLException {
        return new Draft(
                row.getString("id"),
                row.getString("title"),
                row.getString("text"),
                row.getInt("revision"),
                new ActorId(row.getString("changed_by")),
                row.getTimestamp("changed_at").toInstant());
    }

    @Override
    public String start(String title, String text, Act act) {
        String id = "d-" + act.request();
        jdbc.update(
                "INSERT INTO rules_draft (id, title, text, revision, changed_by, changed_at) VALUES (?, ?, ?, 1, ?, ?)",
                id,
                title,
                text,
                act.by().value(),
                Timestamp.from(act.at()));
        return id;
    }

    @Override
    public boolean save(String id, int revision, String title, String text, Act act) {
        return jdbc.update(
                        "UPDATE rules_draft SET title = ?, text = ?, revision = revision + 1, changed_by = ?,"
                                + " changed_at = ? WHERE id = ? AND revision = ?",
                        title,
                        text,
                        act.by().value(),
                        Timestamp.from(act.at()),
                        id,
                        revision)
                == 1;
    }

    @Override
    public void discard(String id) {
        jdbc.update("DELETE FROM rules_draft WHERE id = ?", id);
    }

    @Override
    public List<String> presets() {
        return PROVINCES.stream().flatMap(p -> Stream.of(p, p + ".assumed")).toList();
    }

    @Override
    public Optional<byte[]> preset(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        try (InputStream in = RulesDrafts.class.getResourceAsStream("/provinces/" + name + ".yaml")) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
