package org.zhikao.web.exemption;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhikao.admissions.exemption.ExemptionCommand;
import org.zhikao.admissions.exemption.ExemptionCommand.ApproveExemption;
import org.zhikao.admissions.exemption.ExemptionCommand.RefuseExemption;
import org.zhikao.admissions.exemption.ExemptionCommand.RequestEvidence;
import org.zhikao.admissions.exemption.Stage;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.views.Page;
import org.zhikao.views.audit.Timeline;
import org.zhikao.views.exemption.ClaimCase;
import org.zhikao.views.exemption.ClaimQueries;
import org.zhikao.views.season.SeasonQueries.SeasonRow;
import org.zhikao.views.status.StatusCatalogue;
import org.zhikao.web.access.Acts;
import org.zhikao.web.access.SignedIn;
import org.zhikao.web.registration.Cases;
import org.zhikao.web.season.Guides;
import org.zhikao.web.shared.Dates;
import org.zhikao.web.shared.NotFound;
import org.zhikao.web.shared.Unusable;
import org.zhikao.web.shared.Visit;

/** 审核员工作台: claims by deadline; one claim with its evidence, its rule and its history. */
@Controller
class ReviewPages {
    private static final int ROWS = 50;
    private static final Duration SOON = Duration.ofDays(2);

    private final ClaimQueries claims;
    private final Cases cases;
    private final Guides guides;
    private final Timeline timeline;
    private final EvidenceVault vault;
    private final EvidenceRoom evidence;
    private final StatusCatalogue catalogue;
    private final Clock clock;
    private final Acts acts;
    private final Visit visit;

    ReviewPages(
            ClaimQueries claims,
            Cases cases,
            Guides guides,
            Timeline timeline,
            EvidenceVault vault,
            EvidenceRoom evidence,
            StatusCatalogue catalogue,
            Clock clock,
            Acts acts,
            Visit visit) {
        this.claims = claims;
        this.cases = cases;
        this.guides = guides;
        this.timeline = timeline;
        this.vault = vault;
        this.evidence = evidence;
        this.catalogue = catalogue;
        this.clock = clock;
        this.acts = acts;
        this.visit = visit;
    }

    @GetMapping("/reviews")
    String queue(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(required = false) @Nullable Stage stage,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        SeasonRow season = guides.current();
        Set<Stage> stages = stage == null ? EnumSet.of(Stage.FIRST_REVIEW, Stage.SECOND_REVIEW) : Set.of(stage);
        var filter = new ClaimQueries.Filter(season.id(), me.organisation(), stages, me.actor(), me.organisation());
        Page<ClaimQueries.QueueRow> page = claims.queue(filter, after == null || after.isBlank() ? null : after, ROWS);
        model.addAttribute("page", page);
        model.addAttribute("stage", stage);
        model.addAttribute("counts", claims.counts(season.id(), me.organisation()));
        model.addAttribute(
                "names",
                cases.masked(page.rows().stream()
                        .map(row -> row.claim().candidate())
                        .distinct()
                        .toList()));
        model.addAttribute("guide", guides.published(season));
        model.addAttribute("stages", List.of(Stage.FIRST_REVIEW, Stage.SECOND_REVIEW, Stage.AWAITING_EVIDENCE));
        model.addAttribute("now", clock.instant());
        model.addAttribute("soon", clock.instant().plus(SOON));
        return "reviews/queue";
    }

    @GetMapping("/reviews/{candidate}/{number}")
    String one(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable CandidateId candidate,
            @PathVariable int number,
            Model model) {
        ClaimCase claim = within(me, candidate, number);
        claims.opened(candidate, number, me.actor(), clock.instant());
        model.addAttribute("claim", claim);
        model.addAttribute("pieces", vault.of(candidate));
        model.addAttribute("scanned", vault.scanned());
        model.addAttribute("who", cases.open(candidate));
        model.addAttribute("openings", claims.openings(candidate, number));
        model.addAttribute("history", timeline.ofClaim(candidate, number));
        model.addAttribute("entry", catalogue.entry(StatusCatalogue.Subject.CLAIM, claim.stage()));
        model.addAttribute("guide", guides.published(claim.season()));
        model.addAttribute("mine", claim.reviewers().contains(me.actor()));
        model.addAttribute("ownSchool", claim.point().equals(me.organisation()));
        model.addAttribute("today", LocalDate.ofInstant(clock.instant(), Dates.BEIJING));
        return "reviews/case";
    }

    @GetMapping("/reviews/{candidate}/{number}/evidence/{digest}")
    void evidence(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable CandidateId candidate,
            @PathVariable int number,
            @PathVariable String digest,
            HttpServletResponse response)
            throws IOException {
        ClaimCase claim = within(me, candidate, number);
        if (claim.evidence().stream().noneMatch(one -> one.digest().equals(digest))) {
            throw new NotFound();
        }
        evidence.show(candidate, digest, me, response);
    }

    @PostMapping("/reviews/{candidate}/{number}")
    String decide(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable CandidateId candidate,
            @PathVariable int number,
            @RequestParam String decision,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String clause,
            @RequestParam(required = false) @Nullable LocalDate until) {
        within(me, candidate, number);
        ExemptionCommand command = switch (decision) {
            case "approve" -> new ApproveExemption(candidate, number, clause.strip(), acts.by(me, reason));
            case "refuse" -> new RefuseExemption(candidate, number, clause.strip(), acts.by(me, reason));
            case "return" -> new RequestEvidence(candidate, number, endOf(until), acts.by(me, reason));
            default -> throw new Unusable("CHOICE_MISSING");
        };
        return visit.sent(command, "/reviews/" + candidate + "/" + number);
    }

    /** A day given as a deadline counts to its end. */
    private static java.time.Instant endOf(@Nullable LocalDate day) {
        if (day == null) {
            throw new Unusable("DAY_MISSING");
        }
        return day.atTime(LocalTime.of(23, 59, 59)).atZone(Dates.BEIJING).toInstant();
    }

    private ClaimCase within(SignedIn me, CandidateId candidate, int number) {
        return claims.find(candidate, number)
                .filter(claim -> me.organisation().covers(claim.point()))
                .orElseThrow(NotFound::new);
    }
}
