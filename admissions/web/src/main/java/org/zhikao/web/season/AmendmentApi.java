package org.zhikao.web.season;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhikao.admissions.season.Ballot;
import org.zhikao.admissions.season.SeasonCommand.ApproveAmendment;
import org.zhikao.admissions.season.SeasonCommand.ProposeAmendment;
import org.zhikao.admissions.season.SeasonCommand.PublishAmendment;
import org.zhikao.admissions.season.SeasonCommand.RecordVote;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.formats.season.SeasonReading;
import org.zhikao.formats.season.SeasonRulesReader;
import org.zhikao.views.season.AmendmentQueries;
import org.zhikao.views.season.AmendmentQueries.AmendmentRow;
import org.zhikao.web.AmendmentWork;
import org.zhikao.web.AmendmentWork.Affected;
import org.zhikao.web.AmendmentWork.Computed;
import org.zhikao.web.Commands;
import org.zhikao.web.access.Acts;
import org.zhikao.web.access.SignedIn;
import org.zhikao.web.shared.NotFound;
import org.zhikao.web.shared.Sent;
import org.zhikao.web.shared.Unusable;

/** 特别修订接口: the same steps as the pages. */
@RestController
@RequestMapping("/api/v1/office/amendments")
class AmendmentApi {
    private static final int MOST = 1_000;

    private final Guides guides;
    private final AmendmentQueries amendments;
    private final AmendmentWork work;
    private final Commands commands;
    private final Acts acts;

    AmendmentApi(Guides guides, AmendmentQueries amendments, AmendmentWork work, Commands commands, Acts acts) {
        this.guides = guides;
        this.amendments = amendments;
        this.work = work;
        this.commands = commands;
        this.acts = acts;
    }

    /** 提议: rules as text and the reason. */
    record Proposal(String text, String reason) {}

    /** 表决. */
    record Vote(List<Ballot> ballots) {}

    /** 公告. */
    record Notice(String notice) {}

    record Started(String job) {}

    record Effect(@Nullable Computed computed, List<Affected> affected) {}

    @GetMapping
    List<AmendmentRow> list() {
        return amendments.of(season());
    }

    @PostMapping
    ResponseEntity<Sent> propose(@AuthenticationPrincipal SignedIn me, @RequestBody Proposal body) {
        SeasonReading reading = SeasonRulesReader.read(body.text().getBytes(StandardCharsets.UTF_8));
        if (!reading.publishable()) {
            throw new Unusable("RULES_UNSOUND");
        }
        return Sent.answer(commands.send(
                new ProposeAmendment(season(), reading.canonical().orElseThrow(), acts.by(me, body.reason()))));
    }

    @PostMapping("/{number}/vote")
    ResponseEntity<Sent> vote(@AuthenticationPrincipal SignedIn me, @PathVariable int number, @RequestBody Vote body) {
        return Sent.answer(commands.send(new RecordVote(season(), number, body.ballots(), acts.by(me))));
    }

    @PostMapping("/{number}/effect")
    ResponseEntity<Started> compute(@AuthenticationPrincipal SignedIn me, @PathVariable int number) {
        String rules = amendments.rules(season(), number).orElseThrow(NotFound::new);
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .body(new Started(work.compute(season(), number, rules, acts.by(me))));
    }

    @GetMapping("/{number}/effect")
    Effect effect(@PathVariable int number, @RequestParam(defaultValue = "") String after) {
        return new Effect(work.computed(season(), number).orElse(null), work.affected(season(), number, after, MOST));
    }

    @PostMapping("/{number}/approvals")
    ResponseEntity<Sent> approve(@AuthenticationPrincipal SignedIn me, @PathVariable int number) {
        computed(number);
        return Sent.answer(commands.send(new ApproveAmendment(season(), number, acts.by(me))));
    }

    @PostMapping("/{number}/publication")
    ResponseEntity<Sent> publish(
            @AuthenticationPrincipal SignedIn me, @PathVariable int number, @RequestBody Notice body) {
        Computed computed = computed(number);
        return Sent.answer(commands.send(new PublishAmendment(
                season(), number, body.notice(), computed.affected(), computed.digest(), acts.by(me))));
    }

    private Computed computed(int number) {
        return work.computed(season(), number).orElseThrow(() -> new Unusable("EFFECT_NOT_COMPUTED"));
    }

    private SeasonId season() {
        return guides.current().id();
    }
}
