package org.zhikao.web.season;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.admissions.whatif.WhatIfReport;
import org.zhikao.formats.season.SeasonReading;
import org.zhikao.formats.season.SeasonRulesReader;
import org.zhikao.views.season.SeasonQueries;
import org.zhikao.web.WhatIfWork;
import org.zhikao.web.access.Acts;
import org.zhikao.web.access.SignedIn;
import org.zhikao.web.shared.NotFound;
import org.zhikao.web.shared.Unusable;

/** 方案接口: findings on a season file, and trials of one over a past season. */
@RestController
@RequestMapping("/api/v1/office")
class RulesApi {
    private final SeasonQueries seasons;
    private final WhatIfWork trials;
    private final Acts acts;

    RulesApi(SeasonQueries seasons, WhatIfWork trials, Acts acts) {
        this.seasons = seasons;
        this.trials = trials;
        this.acts = acts;
    }

    /** 方案文本: YAML or JSON. */
    record RulesText(String text) {}

    /** The keys of {@code validate --format json}, without the file's name. */
    record Found(String path, int line, @Nullable String clause, String severity, String code, String message) {}

    record Checked(boolean publishable, String digest, List<Found> findings) {}

    /** 试算委托: rules as text, or a version of the past season's own when there is none. */
    record Trial(SeasonId past, int version, @Nullable String text) {}

    record Started(String job) {}

    @PostMapping("/rules/findings")
    Checked check(@RequestBody RulesText body) {
        SeasonReading reading = SeasonRulesReader.read(body.text().getBytes(StandardCharsets.UTF_8));
        return new Checked(
                reading.publishable(),
                reading.digest(),
                reading.findings().stream()
                        .map(f -> new Found(
                                f.finding().path(),
                                f.line(),
                                f.finding().clause(),
                                f.finding().severity().name().toLowerCase(Locale.ROOT),
                                f.finding().code(),
                                f.finding().message()))
                        .toList());
    }

    @PostMapping("/what-if")
    ResponseEntity<Started> start(@AuthenticationPrincipal SignedIn me, @RequestBody Trial body) {
        if (seasons.find(body.past()).filter(s -> s.published() > 0).isEmpty()) {
            throw new NotFound();
        }
        String draft = body.text() == null
                ? seasons.rules(body.past(), body.version()).orElseThrow(NotFound::new)
                : sound(body.text());
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .body(new Started(trials.start(body.past(), draft, acts.by(me))));
    }

    private static String sound(String text) {
        SeasonReading reading = SeasonRulesReader.read(text.getBytes(StandardCharsets.UTF_8));
        if (reading.rules().isEmpty() || !reading.unsound().isEmpty()) {
            throw new Unusable("RULES_UNSOUND");
        }
        return reading.canonical().orElseThrow();
    }

    @GetMapping("/what-if/{job}")
    WhatIfReport report(@AuthenticationPrincipal SignedIn me, @PathVariable String job) {
        return trials.report(job, me).orElseThrow(NotFound::new);
    }
}
