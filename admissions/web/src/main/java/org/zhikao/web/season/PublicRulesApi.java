package org.zhikao.web.season;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.views.season.SeasonQueries;
import org.zhikao.web.season.RulesBooks.Book;
import org.zhikao.web.shared.NotFound;

/** 方案公开接口: published versions and their very text, for anybody. */
@RestController
@RequestMapping("/api/v1/rules")
class PublicRulesApi {
    private final SeasonQueries seasons;
    private final RulesBooks books;

    PublicRulesApi(SeasonQueries seasons, RulesBooks books) {
        this.seasons = seasons;
        this.books = books;
    }

    record PublishedVersion(String season, int version, String digest, Instant publishedAt) {}

    @GetMapping
    List<PublishedVersion> list() {
        return seasons.all().stream()
                .flatMap(s -> seasons.versions(s.id()).stream()
                        .filter(v -> v.publishedAt() != null)
                        .map(v -> new PublishedVersion(
                                s.id().value(), v.rules(), v.digest(), Objects.requireNonNull(v.publishedAt()))))
                .toList();
    }

    /** The canonical JSON whose SHA-256 is the published digest. */
    @GetMapping("/{season}/{version}")
    ResponseEntity<byte[]> text(@PathVariable SeasonId season, @PathVariable int version) {
        Book book = books.published(season, version);
        byte[] text = seasons.rules(season, version).orElseThrow(NotFound::new).getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + season.value() + "-" + version + ".json\"")
                .header("X-Rules-Digest", book.version().digest())
                .body(text);
    }
}
