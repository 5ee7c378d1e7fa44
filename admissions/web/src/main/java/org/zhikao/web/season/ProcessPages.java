package org.zhikao.web.season;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ContentDisposition;
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
import org.zhikao.admissions.process.Rehearsed;
import org.zhikao.admissions.season.SeasonCommand.ApproveProcess;
import org.zhikao.admissions.season.SeasonCommand.DraftProcess;
import org.zhikao.admissions.season.SeasonCommand.PublishProcess;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.views.season.SeasonQueries.SeasonRow;
import org.zhikao.web.ProcessWork;
import org.zhikao.web.access.Acts;
import org.zhikao.web.access.SignedIn;
import org.zhikao.web.shared.NotFound;
import org.zhikao.web.shared.Unusable;
import org.zhikao.web.shared.Visit;

/** 流程版本: one officer hands a drawing in, it is checked, compared and rehearsed, another approves and publishes it. */
@Controller
class ProcessPages {
    static final int MOST_BYTES = 1 << 20;
    private static final String EDITOR_POLICY =
            "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self'; img-src 'self' data:; "
                    + "font-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Texts of the editor's own buttons. */
    private static final List<String> EDITOR_LABELS = List.of(
            "fact",
            "duty",
            "instruction",
            "choice",
            "parallel",
            "end",
            "deadline",
            "passed",
            "failed",
            "note",
            "hand",
            "lasso",
            "connect",
            "delete",
            "unreachable",
            "clean",
            "ERROR",
            "WARNING");

    private final Guides guides;
    private final ProcessDesk desk;
    private final ObjectProvider<ProcessWork> work;
    private final Acts acts;
    private final Visit visit;

    ProcessPages(Guides guides, ProcessDesk desk, ObjectProvider<ProcessWork> work, Acts acts, Visit visit) {
        this.guides = guides;
        this.desk = desk;
        this.work = work;
        this.acts = acts;
        this.visit = visit;
    }

    @GetMapping("/office/processes")
    String processes(Model model) {
        SeasonRow season = guides.newest().orElse(null);
        model.addAttribute("season", season);
        model.addAttribute("lines", desk.lines(season == null ? null : season.id()));
        return "office/processes";
    }

    @GetMapping("/office/processes/{process}/{version}")
    String sheet(@PathVariable String process, @PathVariable int version, Model model) {
        SeasonId season = guides.current().id();
        model.addAttribute("sheet", desk.sheet(season, process, version));
        return "office/process";
    }

    /** Version 0 begins from the drawing in force. */
    @GetMapping("/office/processes/{process}/{version}/editor")
    String editor(@PathVariable String process, @PathVariable int version, Model model, HttpServletResponse response) {
        SeasonId season = guides.current().id();
        ProcessDesk.Line line = desk.lines(season).stream()
                .filter(l -> l.process().equals(process))
                .findFirst()
                .orElseThrow(NotFound::new);
        model.addAttribute("line", line);
        model.addAttribute("labels", EDITOR_LABELS);
        model.addAttribute("version", version);
        model.addAttribute("base", version == 0 ? line.newest() : version);
        // The editor styles its own elements and brings its font along.
        response.setHeader("Content-Security-Policy", EDITOR_POLICY);
        return "office/editor";
    }

    @GetMapping("/office/processes/{process}/{version}/rehearsal")
    String rehearsal(
            @PathVariable String process,
            @PathVariable int version,
            @RequestParam(defaultValue = "false") boolean recorded,
            Model model) {
        SeasonId season = guides.current().id();
        Rehearsed rehearsed = desk.rehearse(season, process, version, recorded);
        model.addAttribute("version", version);
        model.addAttribute("recorded", recorded);
        model.addAttribute("rehearsed", rehearsed);
        model.addAttribute("picture", desk.picture(season, process, version, rehearsed));
        return "office/rehearsal";
    }

    /** The drawing as a file, for an editor; version 0 is the one in force. */
    @GetMapping("/office/processes/{process}/{version}/drawing")
    ResponseEntity<byte[]> drawing(@PathVariable String process, @PathVariable int version) {
        String bpmn = version == 0
                ? desk.inForce(process)
                : desk.drawing(guides.current().id(), process, version);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(process + "-" + version + ".bpmn")
                                .build()
                                .toString())
                .body(bpmn.getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/office/processes")
    String draft(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String process,
            @RequestParam int base,
            @RequestParam MultipartFile file)
            throws IOException {
        if (file.isEmpty() || file.getSize() > MOST_BYTES) {
            throw new Unusable(file.isEmpty() ? "FILE_MISSING" : "FILE_TOO_LARGE", Map.of("most", "1 MB"));
        }
        String bpmn = new String(file.getBytes(), StandardCharsets.UTF_8);
        return visit.sent(
                new DraftProcess(guides.current().id(), process, base, bpmn, acts.by(me)),
                "/office/processes/" + process + "/" + (base + 1));
    }

    /** Takes what was published into force, for running cases too. */
    @PostMapping("/office/processes/apply")
    String apply(@AuthenticationPrincipal SignedIn me) {
        ProcessWork found = work.getIfAvailable();
        if (found == null) {
            throw new NotFound();
        }
        return "redirect:/office/jobs/" + found.apply(guides.current().id(), acts.by(me));
    }

    @PostMapping("/office/processes/approve")
    String approve(@AuthenticationPrincipal SignedIn me, @RequestParam String process, @RequestParam int version) {
        return visit.sent(
                new ApproveProcess(guides.current().id(), process, version, acts.by(me)),
                "/office/processes/" + process + "/" + version);
    }

    @PostMapping("/office/processes/publish")
    String publish(@AuthenticationPrincipal SignedIn me, @RequestParam String process, @RequestParam int version) {
        return visit.sent(
                new PublishProcess(guides.current().id(), process, version, acts.by(me)),
                "/office/processes/" + process + "/" + version);
    }
}
