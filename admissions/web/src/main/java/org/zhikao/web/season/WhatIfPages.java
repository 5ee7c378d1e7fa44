package org.zhikao.web.season;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.admissions.whatif.WhatIfReport;
import org.zhikao.formats.season.SeasonReading;
import org.zhikao.formats.season.SeasonRulesReader;
import org.zhikao.views.season.SeasonQueries;
import org.zhikao.views.season.SeasonQueries.SeasonRow;
import org.zhikao.web.RulesDesk;
import org.zhikao.web.SeasonWork;
import org.zhikao.web.WhatIfWork;
import org.zhikao.web.access.Acts;
import org.zhikao.web.access.SignedIn;
import org.zhikao.web.shared.NotFound;
import org.zhikao.web.shared.Unusable;

/** 试算: a draft over the running or a past season; the report with plots, each with its figures beside it. */
@Controller
class WhatIfPages {
    static final String KIND = "WHAT_IF";
    private static final int MOST_BYTES = 2 * 1024 * 1024;
    private static final int JOBS = 50;

    private final SeasonQueries seasons;
    private final SeasonWork jobs;
    private final WhatIfWork work;
    private final Guides guides;
    private final RulesDesk drafts;
    private final Acts acts;

    WhatIfPages(SeasonQueries seasons, SeasonWork jobs, WhatIfWork work, Guides guides, RulesDesk drafts, Acts acts) {
        this.seasons = seasons;
        this.jobs = jobs;
        this.work = work;
        this.guides = guides;
        this.drafts = drafts;
        this.acts = acts;
    }

    @GetMapping("/office/what-if")
    String form(@AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "") String draft, Model model) {
        model.addAttribute("draft", drafts.draft(draft).orElse(null));
        SeasonRow current = guides.newest().orElse(null);
        model.addAttribute("season", current);
        if (current != null) {
            model.addAttribute(
                    "past",
                    seasons.all().stream().filter(s -> s.published() > 0).toList());
            model.addAttribute("versions", seasons.versions(current.id()));
            model.addAttribute(
                    "runs",
                    jobs.jobs(current.id(), me, JOBS).stream()
                            .filter(job -> job.kind().equals(KIND))
                            .toList());
        }
        return "office/what-if";
    }

    /** A draft is a version handed in before, one still being written, or a file that goes nowhere else. */
    @PostMapping("/office/what-if")
    ModelAndView start(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam SeasonId past,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(name = "draft", defaultValue = "") String written,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        if (seasons.find(past).filter(s -> s.published() > 0).isEmpty()) {
            throw new NotFound();
        }
        String draft;
        SeasonReading reading = null;
        if (file != null && !file.isEmpty()) {
            if (file.getSize() > MOST_BYTES) {
                throw new Unusable("FILE_TOO_LARGE", Map.of("most", "2 MB"));
            }
            reading = SeasonRulesReader.read(file.getBytes());
        } else if (!written.isEmpty()) {
            String text = drafts.draft(written).orElseThrow(NotFound::new).text();
            reading = SeasonRulesReader.read(text.getBytes(StandardCharsets.UTF_8));
        }
        if (reading != null) {
            if (reading.rules().isEmpty() || !reading.unsound().isEmpty()) {
                ModelAndView findings = new ModelAndView("office/findings", HttpStatus.UNPROCESSABLE_ENTITY);
                findings.addObject("findings", reading.findings());
                return findings;
            }
            draft = reading.canonical().orElseThrow();
        } else {
            draft = seasons.rules(guides.current().id(), version).orElseThrow(() -> new Unusable("CHOICE_MISSING"));
        }
        return new ModelAndView("redirect:/office/jobs/" + work.start(past, draft, acts.by(me)));
    }

    @GetMapping("/office/what-if/{job}")
    String report(@AuthenticationPrincipal SignedIn me, @PathVariable String job, Model model) {
        WhatIfReport report = work.report(job, me).orElseThrow(NotFound::new);
        model.addAttribute("report", report);
        model.addAttribute("plots", new Plots());
        return "office/what-if-report";
    }
}
