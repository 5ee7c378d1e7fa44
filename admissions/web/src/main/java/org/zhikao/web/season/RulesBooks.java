package org.zhikao.web.season;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhikao.admissions.season.rules.Deviation;
import org.zhikao.admissions.season.rules.Finding;
import org.zhikao.admissions.season.rules.SeasonRules;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.formats.season.ClauseBook;
import org.zhikao.formats.season.LocatedFinding;
import org.zhikao.formats.season.SeasonField;
import org.zhikao.formats.season.SeasonOutline;
import org.zhikao.formats.season.SeasonReading;
import org.zhikao.formats.season.SeasonRulesReader;
import org.zhikao.views.season.SeasonQueries;
import org.zhikao.views.season.SeasonQueries.RulesVersion;
import org.zhikao.web.shared.NotFound;

/** 方案全文 of one version: every field in words, what departs from national clauses and why, and every clause with its finding. */
@Component
class RulesBooks {
    /** Shown in sections of their own. */
    private static final Set<String> APART = Set.of("deviations", "assumptions", "schema");

    private final SeasonQueries seasons;

    RulesBooks(SeasonQueries seasons) {
        this.seasons = seasons;
    }

    /** 条款 and what its check says of these rules. */
    public record ClauseLine(ClauseBook.Clause clause, List<Finding> findings) {
        public boolean departs() {
            return findings.stream().anyMatch(f -> f.code().startsWith("DEVIATION_"));
        }
    }

    /** 偏离 with the clause it departs from; an unknown clause blocks publication long before it is shown. */
    public record DeviationLine(Deviation deviation, ClauseBook.@Nullable Clause clause, String track) {}

    /** One version as it is shown. */
    public record Book(
            SeasonId season,
            RulesVersion version,
            SeasonRules rules,
            List<SeasonField> fields,
            List<DeviationLine> deviations,
            List<ClauseLine> clauses,
            List<LocatedFinding> blocking) {}

    /** A version that anybody may read. */
    Book published(SeasonId season, int version) {
        Book book = of(season, version);
        if (book.version().publishedAt() == null) {
            throw new NotFound();
        }
        return book;
    }

    Book of(SeasonId season, int version) {
        Optional<RulesVersion> known = seasons.versions(season).stream()
                .filter(v -> v.rules() == version)
                .findFirst();
        String text = seasons.rules(season, version).orElseThrow(NotFound::new);
        SeasonReading reading = SeasonRulesReader.read(text.getBytes(StandardCharsets.UTF_8));
        SeasonRules rules = reading.rules().orElseThrow(NotFound::new);
        return new Book(
                season,
                known.orElseThrow(NotFound::new),
                rules,
                SeasonOutline.of(Objects.requireNonNull(reading.content())).fields().stream()
                        .filter(f -> f.present() && !APART.contains(f.key()))
                        .toList(),
                rules.deviations().stream()
                        .map(d ->
                                new DeviationLine(d, ClauseBook.find(d.clause()).orElse(null), track(rules, d.track())))
                        .toList(),
                clauses(reading),
                reading.findings().stream().filter(f -> f.finding().blocks()).toList());
    }

    static List<ClauseLine> clauses(SeasonReading reading) {
        return ClauseBook.all().stream()
                .map(c -> new ClauseLine(
                        c,
                        reading.findings().stream()
                                .map(LocatedFinding::finding)
                                .filter(f -> c.id().equals(f.clause()))
                                .toList()))
                .toList();
    }

    private static String track(SeasonRules rules, @Nullable String id) {
        return id == null ? "" : rules.track(id).map(t -> t.name()).orElse(id);
    }
}
