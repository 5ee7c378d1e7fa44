package org.zhikao.server.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.season.rules.SeasonRules;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.admissions.whatif.WhatIf;
import org.zhikao.admissions.whatif.WhatIfReport;
import org.zhikao.formats.season.SeasonRulesReader;
import org.zhikao.formats.whatif.PastFacts;
import org.zhikao.formats.whatif.WhatIfJson;
import org.zhikao.server.database.Database;
import org.zhikao.server.ledger.StoredFacts;
import org.zhikao.web.WhatIfWork;
import org.zhikao.web.access.SignedIn;

/** 试算 as a job: facts streamed from their table, computed in memory, the report kept beside the job. */
final class WhatIfDesk implements WhatIfWork {
    private final DeskWork jobs;
    private final Database database;
    private final JdbcTemplate jdbc;

    WhatIfDesk(DeskWork jobs, Database database, JdbcTemplate jdbc) {
        this.jobs = jobs;
        this.database = database;
        this.jdbc = jdbc;
    }

    @Override
    public String start(SeasonId past, String draft, Act act) {
        SeasonRules rules = SeasonRulesReader.require(draft.getBytes(StandardCharsets.UTF_8));
        return jobs.start(past, "WHAT_IF", act, watch -> {
            PastFacts.Past facts = facts(past, watch);
            String report = WhatIfJson.write(WhatIf.compare(facts.past(), facts.held(), rules));
            jdbc.update("INSERT INTO what_if (job, report) VALUES (?, ?)", watch.job(), report);
            watch.finished(facts.past().size());
        });
    }

    /** All facts of a season that a trial computes on, streamed from their table. */
    PastFacts.Past facts(SeasonId past, Watch watch) throws IOException {
        PastFacts facts = new PastFacts();
        try (Connection connection = database.application().unhurried().connect()) {
            StoredFacts.on(connection).payloads(PastFacts.NAMES, (aggregate, name, payload) -> {
                try {
                    facts.on(aggregate, name, payload);
                    watch.done(facts.facts());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (SQLException e) {
            throw new IllegalStateException("the facts could not be read for a trial", e);
        }
        return facts.past(past.value());
    }

    @Override
    public Optional<WhatIfReport> report(String job, SignedIn reader) {
        return jobs.job(job, reader)
                .flatMap(known ->
                        jdbc.queryForList("SELECT report FROM what_if WHERE job = ?", String.class, known.id()).stream()
                                .findFirst()
                                .map(WhatIfJson::read));
    }
}
