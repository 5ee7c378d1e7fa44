package org.zhikao.web.season;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.web.SeasonWork;
import org.zhikao.web.SeasonWork.ImportKind;
import org.zhikao.web.SeasonWork.Job;
import org.zhikao.web.SeasonWork.RowError;
import org.zhikao.web.access.Acts;
import org.zhikao.web.access.SignedIn;
import org.zhikao.web.shared.Cells;
import org.zhikao.web.shared.NotFound;
import org.zhikao.web.shared.Unusable;

/** 后台作业: imports and the season's mass work, each accepted first, then watched. */
@Controller
class JobPages {
    private static final int ROWS = 30;

    private final Guides guides;
    private final SeasonWork work;
    private final Acts acts;

    JobPages(Guides guides, SeasonWork work, Acts acts) {
        this.guides = guides;
        this.work = work;
        this.acts = acts;
    }

    @GetMapping("/office/imports")
    String imports(@AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute("kinds", ImportKind.values());
        model.addAttribute("jobs", work.jobs(guides.current().id(), me, ROWS));
        return "office/imports";
    }

    @PostMapping("/office/imports")
    String start(@AuthenticationPrincipal SignedIn me, @RequestParam ImportKind kind, @RequestParam MultipartFile file)
            throws IOException {
        return "redirect:/office/jobs/" + accepted(me, kind, file);
    }

    @PostMapping("/college/marks")
    String marks(@AuthenticationPrincipal SignedIn me, @RequestParam MultipartFile file) throws IOException {
        return "redirect:/college/jobs/" + accepted(me, ImportKind.MARKS, file);
    }

    @PostMapping("/college/plan")
    String plan(@AuthenticationPrincipal SignedIn me, @RequestParam MultipartFile file) throws IOException {
        return "redirect:/college/jobs/" + accepted(me, ImportKind.PLANS, file);
    }

    private String accepted(SignedIn me, ImportKind kind, MultipartFile file) throws IOException {
        if (file.isEmpty()) {
            throw new Unusable("FILE_MISSING");
        }
        String name = file.getOriginalFilename();
        try (InputStream bytes = file.getInputStream()) {
            return work.startImport(kind, guides.current().id(), name == null ? "" : name, bytes, acts.by(me));
        }
    }

    @PostMapping("/office/work")
    String work(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String kind,
            @RequestParam(defaultValue = "1") int round,
            @RequestParam(defaultValue = "0") long seed) {
        SeasonId season = guides.current().id();
        String job = switch (kind) {
            case "arrange" -> work.arrangeExam(season, seed, acts.by(me));
            case "release" -> work.releaseResults(season, acts.by(me));
            case "settle" -> work.settlePreferences(season, round, acts.by(me));
            default -> throw new Unusable("CHOICE_MISSING");
        };
        return "redirect:/office/jobs/" + job;
    }

    /** The page; asked by htmx, only the part that changes. */
    @GetMapping({"/office/jobs/{id}", "/college/jobs/{id}"})
    String job(@AuthenticationPrincipal SignedIn me, @PathVariable String id, HttpServletRequest request, Model model) {
        Job job = work.job(id, me).orElseThrow(NotFound::new);
        model.addAttribute("job", job);
        model.addAttribute("base", request.getRequestURI());
        model.addAttribute("errors", job.refused() == 0 ? List.of() : head(work.errors(id, me)));
        model.addAttribute("scripted", true);
        return request.getHeader("HX-Request") == null ? "office/job" : "office/job :: state";
    }

    private static List<RowError> head(List<RowError> errors) {
        return errors.subList(0, Math.min(ROWS, errors.size()));
    }

    /** 错误清单: UTF-8 with a mark, as office programs want it; no cell is a formula. */
    @GetMapping({"/office/jobs/{id}/errors.csv", "/college/jobs/{id}/errors.csv"})
    ResponseEntity<byte[]> errors(@AuthenticationPrincipal SignedIn me, @PathVariable String id) {
        if (work.job(id, me).isEmpty()) {
            throw new NotFound();
        }
        StringBuilder csv = new StringBuilder("\uFEFFline,column,code,message\r\n");
        work.errors(id, me)
                .forEach(error -> csv.append(error.line())
                        .append(',')
                        .append(Cells.quoted(error.column()))
                        .append(',')
                        .append(Cells.quoted(error.code()))
                        .append(',')
                        .append(Cells.quoted(error.message()))
                        .append("\r\n"));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"errors-" + Cells.plain(id) + ".csv\"")
                .body(csv.toString().getBytes(StandardCharsets.UTF_8));
    }
}
