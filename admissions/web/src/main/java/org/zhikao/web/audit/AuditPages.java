package org.zhikao.web.audit;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.EventNames;
import org.zhikao.views.Page;
import org.zhikao.views.audit.DeskLog;
import org.zhikao.views.audit.Timeline;
import org.zhikao.views.audit.TimelineEntry;
import org.zhikao.views.dossier.Candidate;
import org.zhikao.views.dossier.CandidateQueries;
import org.zhikao.views.season.SeasonQueries.SeasonRow;
import org.zhikao.web.season.Guides;
import org.zhikao.web.shared.Cells;
import org.zhikao.web.shared.Dates;
import org.zhikao.web.shared.NotFound;
import org.zhikao.web.shared.Unusable;

/** 审计员工作台: any case's facts from the first to the last or as of an instant, and what was refused or denied. */
@Controller
class AuditPages {
    private static final int ROWS = 100;
    private static final Pattern CASE = Pattern.compile("c[0-9A-Za-z]{22}|s-[a-z0-9]+(-[a-z0-9]+)*");

    private final Timeline timeline;
    private final DeskLog log;
    private final CandidateQueries candidates;
    private final Guides guides;
    private final CaseExport export;

    AuditPages(Timeline timeline, DeskLog log, CandidateQueries candidates, Guides guides, CaseExport export) {
        this.timeline = timeline;
        this.log = log;
        this.candidates = candidates;
        this.guides = guides;
        this.export = export;
    }

    @GetMapping("/audit")
    String search(@RequestParam(required = false) @Nullable String find, Model model) {
        if (find != null && !find.isBlank()) {
            String found = found(find.strip());
            if (found != null) {
                return "redirect:/audit/cases/" + found;
            }
        }
        model.addAttribute("find", find == null ? "" : find);
        model.addAttribute("season", guides.newest().orElse(null));
        return "audit/search";
    }

    /** A candidate or season by id, or a candidate by ticket. */
    private @Nullable String found(String text) {
        if (CASE.matcher(text).matches()) {
            return text;
        }
        SeasonRow season = guides.newest().orElse(null);
        List<Candidate> byTicket = season == null ? List.of() : candidates.byTicket(season.id(), text);
        return byTicket.size() == 1 ? byTicket.get(0).id().value() : null;
    }

    @GetMapping("/audit/cases/{id}")
    String one(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable LocalDateTime asOf,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        requireCase(id);
        Timeline.Filter filter = filter(name, actor, asOf);
        Page<TimelineEntry> page = timeline.of(id, filter, given(after), ROWS);
        if (page.rows().isEmpty() && filter.equals(Timeline.Filter.ALL)) {
            throw new NotFound();
        }
        model.addAttribute("id", id);
        model.addAttribute("page", page);
        model.addAttribute("name", name == null ? "" : name);
        model.addAttribute("actor", actor == null ? "" : actor);
        model.addAttribute("asOf", asOf);
        model.addAttribute("names", EventNames.all().keySet());
        model.addAttribute("standing", export.standing(timeline, id, filter.until()));
        return "audit/case";
    }

    private static Timeline.Filter filter(@Nullable String name, @Nullable String actor, @Nullable LocalDateTime asOf) {
        Instant until = asOf == null ? null : asOf.atZone(Dates.BEIJING).toInstant();
        return new Timeline.Filter(
                given(name) == null ? Set.of() : Set.of(java.util.Objects.requireNonNull(name)),
                given(actor) == null
                        ? null
                        : new ActorId(java.util.Objects.requireNonNull(actor).strip()),
                null,
                null,
                until,
                null);
    }

    @GetMapping(path = "/audit/cases/{id}/export", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> export(@PathVariable String id) {
        requireCase(id);
        byte[] json = export.json(timeline, id);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + Cells.plain(id) + ".json\"")
                .contentType(MediaType.APPLICATION_JSON)
                .body(json);
    }

    @GetMapping("/audit/log")
    String log(
            @RequestParam(defaultValue = "refusals") String kind,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String before,
            Model model) {
        DeskLog.Filter filter = new DeskLog.Filter(given(actor), given(code), null, null, null);
        model.addAttribute("kind", kind);
        model.addAttribute("actor", actor == null ? "" : actor);
        model.addAttribute("code", code == null ? "" : code);
        switch (kind) {
            case "refusals" -> model.addAttribute("page", log.refusals(filter, given(before), ROWS));
            case "denials" -> model.addAttribute("page", log.denials(filter, given(before), ROWS));
            default -> throw new Unusable("CHOICE_MISSING");
        }
        return "audit/log";
    }

    private static void requireCase(String id) {
        if (!CASE.matcher(id).matches()) {
            throw new NotFound();
        }
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
