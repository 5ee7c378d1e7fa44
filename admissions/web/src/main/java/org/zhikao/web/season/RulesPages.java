package org.zhikao.web.season;

import java.io.IOException;
import java.util.Map;
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
import org.zhikao.admissions.season.SeasonCommand.ApproveRules;
import org.zhikao.admissions.season.SeasonCommand.DraftSeason;
import org.zhikao.admissions.season.SeasonCommand.PublishSeason;
import org.zhikao.admissions.season.SeasonCommand.ReviseRules;
import org.zhikao.admissions.season.rules.SeasonRules;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.formats.season.SeasonReading;
import org.zhikao.formats.season.SeasonRulesReader;
import org.zhikao.views.season.SeasonQueries;
import org.zhikao.views.season.SeasonQueries.SeasonRow;
import org.zhikao.web.access.Acts;
import org.zhikao.web.access.SignedIn;
import org.zhikao.web.shared.NotFound;
import org.zhikao.web.shared.Unusable;
import org.zhikao.web.shared.Visit;

/** 考试方案: one officer hands a file in, another approves it, then it is published. */
@Controller
class RulesPages {
    private static final int MOST_BYTES = 2 * 1024 * 1024;

    private final Guides guides;
    private final SeasonQueries seasons;
    private final RulesDiffs diffs;
    private final RulesBooks books;
    private final Acts acts;
    private final Visit visit;

    RulesPages(Guides guides, SeasonQueries seasons, RulesDiffs diffs, RulesBooks books, Acts acts, Visit visit) {
        this.guides = guides;
        this.seasons = seasons;
        this.diffs = diffs;
        this.books = books;
        this.acts = acts;
        this.visit = visit;
    }

    @GetMapping("/office/rules")
    String rules(Model model) {
        SeasonRow season = guides.newest().orElse(null);
        model.addAttribute("season", season);
        if (season != null) {
            model.addAttribute("versions", seasons.versions(season.id()));
            model.addAttribute("awaiting", diffs.awaiting(season));
            if (season.drafted() > season.approved()) {
                model.addAttribute(
                        "departures", books.of(season.id(), season.drafted()).deviations());
            }
        }
        return "office/rules";
    }

    /** 方案全文 of any version, as the public will read it: what an approver looks at. */
    @GetMapping("/office/rules/versions/{version}")
    String version(@PathVariable int version, Model model) {
        SeasonRow season = guides.newest().orElseThrow(NotFound::new);
        model.addAttribute("book", books.of(season.id(), version));
        return "office/version";
    }

    /** 方案差异 of any two versions; without a choice the newest against the published one. */
    @GetMapping("/office/rules/diff")
    String diff(@RequestParam(defaultValue = "0") int from, @RequestParam(defaultValue = "0") int to, Model model) {
        RulesDiffs.Compared compared = diffs.asked(from, to);
        model.addAttribute("compared", compared);
        model.addAttribute("versions", seasons.versions(compared.season()));
        return "office/diff";
    }

    /** A file with a blocking finding is shown with all its findings and goes no further. */
    @PostMapping("/office/rules")
    ModelAndView draft(@AuthenticationPrincipal SignedIn me, @RequestParam MultipartFile file) throws IOException {
        if (file.isEmpty() || file.getSize() > MOST_BYTES) {
            throw new Unusable(file.isEmpty() ? "FILE_MISSING" : "FILE_TOO_LARGE", Map.of("most", "2 MB"));
        }
        SeasonReading reading = SeasonRulesReader.read(file.getBytes());
        if (!reading.publishable()) {
            ModelAndView findings = new ModelAndView("office/findings", HttpStatus.UNPROCESSABLE_ENTITY);
            findings.addObject("findings", reading.findings());
            return findings;
        }
        SeasonRules rules = reading.rules().orElseThrow();
        String text = reading.canonical().orElseThrow();
        SeasonId season = new SeasonId(rules.id());
        return new ModelAndView(visit.sent(
                seasons.find(season).isPresent()
                        ? new ReviseRules(season, text, acts.by(me))
                        : new DraftSeason(season, rules.province(), rules.year(), text, acts.by(me)),
                "/office/rules"));
    }

    @PostMapping("/office/rules/approve")
    String approve(@AuthenticationPrincipal SignedIn me, @RequestParam SeasonId season, @RequestParam int version) {
        return visit.sent(new ApproveRules(season, version, acts.by(me)), "/office/rules");
    }

    @PostMapping("/office/rules/publish")
    String publish(@AuthenticationPrincipal SignedIn me, @RequestParam SeasonId season) {
        return visit.sent(new PublishSeason(season, acts.by(me)), "/office/rules");
    }
}
