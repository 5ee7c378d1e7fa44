package org.zhikao.formats.season;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.season.rules.PolicyClause;

/** 政策条款目录: what every national clause says, as reviewers and candidates read it. */
public final class ClauseBook {
    private static final List<Clause> ALL = read();

    private ClauseBook() {}

    /**
     * 条款.
     *
     * @param quote the wording itself, null where it is not at hand
     * @param screen the pages that answer it
     */
    public record Clause(
            String id,
            String topic,
            @Nullable String quote,
            String meaningZh,
            String meaningEn,
            PolicyClause.Severity severity,
            PolicyClause.Where where,
            String screen) {
        public String meaning(boolean english) {
            return english ? meaningEn : meaningZh;
        }
    }

    public static List<Clause> all() {
        return ALL;
    }

    public static Optional<Clause> find(@Nullable String id) {
        return ALL.stream().filter(c -> c.id().equals(id)).findFirst();
    }

    private static List<Clause> read() {
        try (InputStream in = Objects.requireNonNull(ClauseBook.class.getResourceAsStream("/policies/clauses.json"))) {
            List<Clause> clauses = new ArrayList<>();
            for (JsonNode c : new ObjectMapper().readTree(in).get("clauses")) {
                clauses.add(new Clause(
                        c.get("id").asText(),
                        c.get("topic").asText(),
                        c.path("quote").isTextual() ? c.get("quote").asText() : null,
                        c.get("meaningZh").asText(),
                        c.get("meaningEn").asText(),
                        PolicyClause.Severity.valueOf(c.get("severity").asText()),
                        PolicyClause.Where.valueOf(c.get("where").asText()),
                        c.get("screen").asText()));
            }
            return List.copyOf(clauses);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
