package org.zhikao.web.season;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhikao.admissions.process.ModelChange;
import org.zhikao.admissions.process.ModelLint.Finding;
import org.zhikao.admissions.process.ProcessStudio;
import org.zhikao.admissions.process.Rehearsed;
import org.zhikao.admissions.season.SeasonCommand.ApproveProcess;
import org.zhikao.admissions.season.SeasonCommand.DraftProcess;
import org.zhikao.admissions.season.SeasonCommand.PublishProcess;
import org.zhikao.web.Commands;
import org.zhikao.web.access.Acts;
import org.zhikao.web.access.SignedIn;
import org.zhikao.web.shared.Sent;
import org.zhikao.web.shared.Unusable;

/** 流程版本接口: drafts with their findings, changes and rehearsals; approval and publication by others. */
@RestController
@RequestMapping("/api/v1/office/processes")
class ProcessApi {
    private final Guides guides;
    private final ProcessDesk desk;
    private final Commands commands;
    private final Acts acts;

    ProcessApi(Guides guides, ProcessDesk desk, Commands commands, Acts acts) {
        this.guides = guides;
        this.desk = desk;
        this.commands = commands;
        this.acts = acts;
    }

    @GetMapping
    List<ProcessDesk.Line> processes() {
        return desk.lines(guides.current().id());
    }

    /** The facts that a drawing of this process may wait for. */
    @GetMapping("/{process}/words")
    List<ProcessStudio.CatalogueWord> words(@PathVariable String process) {
        return desk.words(process);
    }

    /** Checks a drawing that is nowhere stored. */
    @PostMapping(path = "/{process}/findings", consumes = MediaType.APPLICATION_XML_VALUE)
    List<Finding> findings(@PathVariable String process, InputStream body) throws IOException {
        return desk.findings(process, drawing(body));
    }

    /** {@code base}: the version that the editor began from, 0 for none. */
    @PostMapping(path = "/{process}/versions", consumes = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<Sent> draft(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String process,
            @RequestParam int base,
            InputStream body)
            throws IOException {
        return Sent.answer(
                commands.send(new DraftProcess(guides.current().id(), process, base, drawing(body), acts.by(me))));
    }

    /** As a file, not as a string of JSON: drawings are longer than any other body may be. */
    private static String drawing(InputStream body) throws IOException {
        byte[] read = body.readNBytes(ProcessPages.MOST_BYTES + 1);
        if (read.length > ProcessPages.MOST_BYTES) {
            throw new Unusable("FILE_TOO_LARGE", Map.of("most", "1 MB"));
        }
        return new String(read, StandardCharsets.UTF_8);
    }

    @GetMapping("/{process}/versions/{version}/findings")
    List<Finding> findings(@PathVariable String process, @PathVariable int version) {
        return desk.sheet(guides.current().id(), process, version).findings();
    }

    /** What the version says differently from the model in force. */
    @GetMapping("/{process}/versions/{version}/changes")
    List<ModelChange> changes(@PathVariable String process, @PathVariable int version) {
        return desk.sheet(guides.current().id(), process, version).changes();
    }

    @GetMapping("/{process}/versions/{version}/rehearsal")
    Rehearsed rehearsal(
            @PathVariable String process,
            @PathVariable int version,
            @RequestParam(defaultValue = "false") boolean recorded) {
        return desk.rehearse(guides.current().id(), process, version, recorded);
    }

    @PostMapping("/{process}/versions/{version}/approval")
    ResponseEntity<Sent> approve(
            @AuthenticationPrincipal SignedIn me, @PathVariable String process, @PathVariable int version) {
        return Sent.answer(commands.send(new ApproveProcess(guides.current().id(), process, version, acts.by(me))));
    }

    @PostMapping("/{process}/versions/{version}/publication")
    ResponseEntity<Sent> publish(
            @AuthenticationPrincipal SignedIn me, @PathVariable String process, @PathVariable int version) {
        return Sent.answer(commands.send(new PublishProcess(guides.current().id(), process, version, acts.by(me))));
    }
}
