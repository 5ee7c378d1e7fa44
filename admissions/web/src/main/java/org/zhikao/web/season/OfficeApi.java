package org.zhikao.web.season;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.zhikao.admissions.season.Phase;
import org.zhikao.admissions.season.SeasonCommand.ClosePhase;
import org.zhikao.admissions.season.SeasonCommand.OpenPhase;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.views.season.SeasonQueries;
import org.zhikao.web.Commands;
import org.zhikao.web.SeasonWork;
import org.zhikao.web.access.Acts;
import org.zhikao.web.access.SignedIn;
import org.zhikao.web.shared.NotFound;
import org.zhikao.web.shared.Sent;

/** 考试院接口: phases, counts, imports, runs. Long work answers 202 with the number of its job. */
@RestController
@RequestMapping("/api/v1/office")
class OfficeApi {
    private final Guides guides;
    private final SeasonQueries seasons;
    private final SeasonWork work;
    private final RulesDiffs diffs;
    private final Commands commands;
    private final Acts acts;

    OfficeApi(Guides guides, SeasonQueries seasons, SeasonWork work, RulesDiffs diffs, Commands commands, Acts acts) {
        this.guides = guides;
        this.seasons = seasons;
        this.work = work;
        this.diffs = diffs;
        this.commands = commands;
        this.acts = acts;
    }

    record PhaseStep(Phase phase, int round, Verb verb, String reason) {
        enum Verb {
            OPEN,
            CLOSE
        }
    }

    record Accepted(String job) {}

    record RunOrder(int round) {}

    @GetMapping("/season")
    Map<String, Object> season(@AuthenticationPrincipal SignedIn me) {
        SeasonId season = guides.current().id();
        return Map.of(
                "season", season.value(),
                "phases", seasons.phases(season),
                "counts", seasons.counts(season, me.organisation()));
    }

    /** 方案差异; 0 stands for the published version and for the newest one. */
    @GetMapping("/rules/diff")
    RulesDiffs.Compared diff(@RequestParam(defaultValue = "0") int from, @RequestParam(defaultValue = "0") int to) {
        return diffs.asked(from, to);
    }

    @PostMapping("/phases")
    ResponseEntity<Sent> phase(@AuthenticationPrincipal SignedIn me, @RequestBody PhaseStep body) {
        SeasonId season = guides.current().id();
        return Sent.answer(commands.send(
                switch (body.verb()) {
                    case OPEN -> new OpenPhase(season, body.phase(), body.round(), acts.by(me, body.reason()));
                    case CLOSE -> new ClosePhase(season, body.phase(), body.round(), acts.by(me, body.reason()));
                }));
    }

    @PostMapping(path = "/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Accepted> start(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam SeasonWork.ImportKind kind,
            @RequestParam MultipartFile file)
            throws IOException {
        String name = file.getOriginalFilename();
        try (InputStream bytes = file.getInputStream()) {
            return accepted(
                    work.startImport(kind, guides.current().id(), name == null ? "" : name, bytes, acts.by(me)));
        }
    }

    @PostMapping("/placement-runs")
    ResponseEntity<Accepted> run(@AuthenticationPrincipal SignedIn me, @RequestBody RunOrder body) {
        return accepted(work.computePlacement(guides.current().id(), body.round(), acts.by(me)));
    }

    @PostMapping("/placement-runs/{run}/publication")
    ResponseEntity<Accepted> publish(@AuthenticationPrincipal SignedIn me, @PathVariable int run) {
        return accepted(work.publishPlacement(guides.current().id(), run, acts.by(me)));
    }

    @GetMapping("/jobs/{id}")
    SeasonWork.Job job(@AuthenticationPrincipal SignedIn me, @PathVariable String id) {
        return work.job(id, me).orElseThrow(NotFound::new);
    }

    @GetMapping("/jobs/{id}/errors")
    List<SeasonWork.RowError> errors(@AuthenticationPrincipal SignedIn me, @PathVariable String id) {
        if (work.job(id, me).isEmpty()) {
            throw new NotFound();
        }
        return work.errors(id, me);
    }

    private static ResponseEntity<Accepted> accepted(String job) {
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(new Accepted(job));
    }
}
