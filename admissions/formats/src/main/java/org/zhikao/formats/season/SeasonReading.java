package org.zhikao.formats.season;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.season.rules.SeasonRules;

/**
 * What reading a season file gave.
 *
 * @param usable false when the bytes are no season file at all (syntax, encoding, anchors, size)
 * @param content the file's tree, null when unusable
 * @param readRules the typed rules, null when the structure is wrong
 * @param digest SHA-256 of the canonical JSON, empty when unusable
 */
public record SeasonReading(
        boolean usable,
        @Nullable JsonNode content,
        @Nullable SeasonRules readRules,
        List<LocatedFinding> findings,
        String digest) {
    /** Findings that leave the rules sound: unpublished values block candidates one by one, clauses do not touch marks. */
    private static final Set<String> HARMLESS =
            Set.of("RULE_MISSING", "DEVIATION_NEEDED", "CLAUSE_BROKEN", "DATES_OUT_OF_ORDER", "DATE_OUTSIDE_SEASON");

    public SeasonReading {
        findings = List.copyOf(findings);
    }

    /** The typed rules, also when findings block their publication. */
    public Optional<SeasonRules> rules() {
        return Optional.ofNullable(readRules);
    }

    /** Whether nothing blocks the publication. */
    public boolean publishable() {
        return readRules != null && findings.stream().noneMatch(f -> f.finding().blocks());
    }

    /** What makes the rules unsound: findings because of which nothing may be computed with them, publishable or not. */
    public List<LocatedFinding> unsound() {
        return findings.stream()
                .filter(f ->
                        f.finding().blocks() && !HARMLESS.contains(f.finding().code()))
                .toList();
    }

    /** The canonical JSON that the digest is taken over. */
    public Optional<String> canonical() {
        return Optional.ofNullable(content).map(CanonicalJson::text);
    }
}
