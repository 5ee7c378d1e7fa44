package org.zhikao.web.season;

import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
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

    /** {@code base}: the version that the editor began from, 0 for none. */
    record Draft(int base, String bpmn) {}

    record Drawing(String bpmn) {}

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
    @PostMapping("/{process}/findings")
    List<Finding> findings(@PathVariable String process, @RequestBody Drawing body) {
        return desk.findings(process, body.bpmn());
    }

    @PostMapping("/{process}/versions")
    ResponseEntity<Sent> draft(
            @AuthenticationPrincipal SignedIn me, @PathVariable String process, @RequestBody Draft body) {
        return Sent.answer(
                commands.send(new DraftProcess(guides.current().id(), process, body.base(), body.bpmn(), acts.by(me))));
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
