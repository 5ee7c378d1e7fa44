package org.zhikao.web.season;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
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
import org.zhikao.views.season.SeasonQueries.SeasonRow;
import org.zhikao.web.AmendmentWork;
import org.zhikao.web.AmendmentWork.Affected;
import org.zhikao.web.AmendmentWork.Computed;
import org.zhikao.web.RulesDesk;
import org.zhikao.web.access.Acts;
import org.zhikao.web.access.SignedIn;
import org.zhikao.web.shared.NotFound;
import org.zhikao.web.shared.Unusable;
import org.zhikao.web.shared.Visit;

/** 特别修订: frozen rules change only by a recorded vote, two approvals and a public notice, and each candidate is shown. */
@Controller
class AmendmentPages {
    private static final String PAGE = "/office/amendments";
    private static final int MOST_VOTERS = 15;
    private static final int SHOWN = 100;

    private final Guides guides;
    private final AmendmentQueries amendments;
    private final AmendmentWork work;
    private final RulesDiffs diffs;
    private final RulesDesk drafts;
    private final Acts acts;
    private final Visit visit;

    AmendmentPages(
            Guides guides,
            AmendmentQueries amendments,
            AmendmentWork work,
            RulesDiffs diffs,
            RulesDesk drafts,
            Acts acts,
            Visit visit) {
        this.guides = guides;
        this.amendments = amendments;
        this.work = work;
        this.diffs = diffs;
        this.drafts = drafts;
        this.acts = acts;
        this.visit = visit;
    }

    @GetMapping(PAGE)
    String list(Model model) {
        SeasonRow season = guides.newest().orElseThrow(NotFound::new);
        model.addAttribute("season", season);
        model.addAttribute("amendments", amendments.of(season.id()));
        model.addAttribute("drafts", drafts.drafts());
        return "office/amendments";
    }

    /** The proposal is the text of a draft, which stays where it is. */
    @PostMapping(PAGE)
    String propose(@AuthenticationPrincipal SignedIn me, @RequestParam String draft, @RequestParam String reason) {
        SeasonId season = guides.current().id();
        SeasonReading reading = SeasonRulesReader.read(drafts.draft(draft)
                .orElseThrow(() -> new Unusable("CHOICE_MISSING"))
                .text()
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        if (!reading.publishable()) {
            throw new Unusable("RULES_UNSOUND");
        }
        return visit.sent(new ProposeAmendment(season, reading.canonical().orElseThrow(), acts.by(me, reason)), PAGE);
    }

    @GetMapping(PAGE + "/{number}")
    String one(@PathVariable int number, @RequestParam(defaultValue = "") String after, Model model) {
        SeasonRow season = guides.newest().orElseThrow(NotFound::new);
        AmendmentRow row = amendment(season.id(), number);
        List<Affected> affected = work.affected(season.id(), number, after, SHOWN + 1);
        model.addAttribute("season", season);
        model.addAttribute("one", row);
        model.addAttribute("changes", diffs.proposed(season, row));
        model.addAttribute("computed", work.computed(season.id(), number).orElse(null));
        model.addAttribute("affected", affected.subList(0, Math.min(SHOWN, affected.size())));
        model.addAttribute(
                "next",
                affected.size() > SHOWN ? affected.get(SHOWN - 1).candidate().value() : null);
        model.addAttribute("guide", guides.published(season));
        return "office/amendment";
    }

    private AmendmentRow amendment(SeasonId season, int number) {
        return amendments.find(season, number).orElseThrow(NotFound::new);
    }

    @PostMapping(PAGE + "/{number}/effect")
    String compute(@AuthenticationPrincipal SignedIn me, @PathVariable int number) {
        SeasonId season = guides.current().id();
        String rules = amendments.rules(season, number).orElseThrow(NotFound::new);
        return "redirect:/office/jobs/" + work.compute(season, number, rules, acts.by(me));
    }

    /** Rows of the form without a name are left out; a name needs its vote. */
    @PostMapping(PAGE + "/{number}/vote")
    String vote(
            @AuthenticationPrincipal SignedIn me, @PathVariable int number, @RequestParam Map<String, String> fields) {
        List<Ballot> ballots = new ArrayList<>();
        for (int i = 1; i <= MOST_VOTERS; i++) {
            String person = fields.getOrDefault("person-" + i, "").strip();
            if (!person.isEmpty()) {
                String vote = fields.getOrDefault("vote-" + i, "");
                if (!vote.equals("yes") && !vote.equals("no")) {
                    throw new Unusable("CHOICE_MISSING");
                }
                ballots.add(new Ballot(person, vote.equals("yes")));
            }
        }
        return visit.sent(new RecordVote(guides.current().id(), number, ballots, acts.by(me)), page(number));
    }

    @PostMapping(PAGE + "/{number}/approve")
    String approve(@AuthenticationPrincipal SignedIn me, @PathVariable int number) {
        shown(number);
        return visit.sent(new ApproveAmendment(guides.current().id(), number, acts.by(me)), page(number));
    }

    @PostMapping(PAGE + "/{number}/publish")
    String publish(@AuthenticationPrincipal SignedIn me, @PathVariable int number, @RequestParam String notice) {
        Computed computed = shown(number);
        return visit.sent(
                new PublishAmendment(
                        guides.current().id(), number, notice, computed.affected(), computed.digest(), acts.by(me)),
                page(number));
    }

    /** Nobody approves or publishes what was not computed for every candidate first. */
    private Computed shown(int number) {
        Optional<Computed> computed = work.computed(guides.current().id(), number);
        return computed.orElseThrow(() -> new Unusable("EFFECT_NOT_COMPUTED"));
    }

    private static String page(int number) {
        return PAGE + "/" + number;
    }
}
