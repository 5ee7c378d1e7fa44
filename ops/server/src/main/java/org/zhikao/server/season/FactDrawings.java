package org.zhikao.server.season;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.process.PublishedDrawings;
import org.zhikao.admissions.season.SeasonEvent.ProcessDrafted;
import org.zhikao.admissions.season.SeasonEvent.ProcessPublished;
import org.zhikao.formats.facts.FactJson;

/** Published drawings read from the facts themselves, never from a view: what runs is what was published. */
public final class FactDrawings implements PublishedDrawings {
    private static final String FACTS =
            "SELECT payload FROM domain_event_entry WHERE payload_type = ? %s ORDER BY" + " global_index DESC";

    private final JdbcTemplate jdbc;
    private final ObjectMapper json = FactJson.mapper();
    private final LintedProcess review = new LintedProcess();

    public FactDrawings(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> newest(String process) {
        return read(ProcessPublished.class, "season.process-published", "").stream()
                .filter(e -> e.process().equals(process))
                .findFirst()
                .map(this::drawing);
    }

    private String drawing(ProcessPublished published) {
        String bpmn =
                read(
                                ProcessDrafted.class,
                                "season.process-drafted",
                                "AND case_id = ?",
                                published.season().value())
                        .stream()
                        .filter(e -> e.process().equals(published.process()) && e.version() == published.version())
                        .map(ProcessDrafted::bpmn)
                        .findFirst()
                        .orElse("");
        if (!review.digest(bpmn).equals(published.digest())) {
            throw new IllegalStateException("the drawing of " + published.process() + " version " + published.version()
                    + " is not the one that was published: " + published.digest());
        }
        return bpmn;
    }

    private <T> List<T> read(Class<T> type, String name, String condition, Object... more) {
        Object[] parameters = new Object[more.length + 1];
        parameters[0] = name;
        System.arraycopy(more, 0, parameters, 1, more.length);
        return jdbc.query(
                String.format(Locale.ROOT, FACTS, condition),
                (row, number) -> {
                    try {
                        return json.readValue(row.getBytes(1), type);
                    } catch (IOException e) {
                        throw new UncheckedIOException("a stored " + name + " cannot be read", e);
                    }
                },
                parameters);
    }
}
