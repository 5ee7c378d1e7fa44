package org.zhikao.web.exemption;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.zhikao.admissions.exemption.ExemptionCommand.DecideObjection;
import org.zhikao.admissions.exemption.ExemptionCommand.DeclareRelation;
import org.zhikao.admissions.exemption.ExemptionCommand.HandBackClaim;
import org.zhikao.admissions.exemption.ExemptionCommand.RefuseExemption;
import org.zhikao.admissions.exemption.ExemptionCommand.RequestEvidence;
import org.zhikao.admissions.exemption.ExemptionCommand.TakeBackOpinion;
import org.zhikao.admissions.exemption.Stage;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.Role;
import org.zhikao.views.Page;
import org.zhikao.views.audit.Timeline;
import org.zhikao.views.exemption.ClaimCase;
import org.zhikao.views.exemption.ClaimQueries;
import org.zhikao.views.exemption.DeskQueries;
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

/** 审核员工作台: the own cases by deadline; one case with evidence, register, clause and history side by side; then the next. */
@Controller
class ReviewPages {
    private static final int ROWS = 50;
    private static final Duration SOON = Duration.ofDays(2);

    private final ClaimQueries claims;
    private final DeskQueries desk;
    private final Cases cases;
    private final Guides guides;
    private final Timeline timeline;
    private final EvidenceVault vault;
    private final EvidenceRoom evidence;
    private final StatusCatalogue catalogue;
    private final Clock clock;
    private final Acts acts;
    private final Visit visit;
    private final ObjectionBox box;

    ReviewPages(
            ClaimQueries claims,
            DeskQueries desk,
            Cases cases,
            Guides guides,
            Timeline timeline,
            EvidenceVault vault,
            EvidenceRoom evidence,
            StatusCatalogue catalogue,
            Clock clock,
            Acts acts,
            Visit visit,
            ObjectionBox box) {
        this.claims = claims;
        this.desk = desk;
        this.cases = cases;
        this.guides = guides;
        this.timeline = timeline;
        this.vault = vault;
        this.evidence = evidence;
        this.catalogue = catalogue;
        this.clock = clock;
        this.acts = acts;
        this.visit = visit;
        this.box = box;
    }

    @GetMapping("/reviews")
    String queue(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(required = false) @Nullable String ground,
            @RequestParam(defaultValue = "false") boolean risk,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        SeasonRow season = guides.current();
        var filter = new DeskQueries.Filter(season.id(), me.actor(), given(ground), risk);
        Page<ClaimCase> page = desk.assigned(filter, given(after), ROWS);
        model.addAttribute("page", page);
        model.addAttribute("ground", given(ground));
        model.addAttribute("risk", risk);
        model.addAttribute(
                "names",
                cases.masked(page.rows().stream()
                        .map(ClaimCase::candidate)
                        .distinct()
                        .toList()));
        model.addAttribute("guide", guides.published(season));
        model.addAttribute("revocable", desk.pending(season.id(), me.actor(), clock.instant()));
        model.addAttribute("pace", desk.pace(me.actor(), Clock.systemUTC().instant()));
        model.addAttribute("now", clock.instant());
        model.addAttribute("soon", clock.instant().plus(SOON));
        return "reviews/queue";
    }

    /** The case after the one just left; to the queue when nothing is left to do. */
    @GetMapping("/reviews/next")
    String next(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(required = false) @Nullable CandidateId left,
            @RequestParam(defaultValue = "0") int number) {
        var filter = new DeskQueries.Filter(guides.current().id(), me.actor(), null, false);
        return desk.next(filter, left, number)
                .map(claim -> "redirect:" + address(claim.candidate(), claim.claim()))
                .orElse("redirect:/reviews");
    }

    @GetMapping("/reviews/{candidate}/{number}")
    String one(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable CandidateId candidate,
            @PathVariable int number,
            Model model) {
        ClaimCase claim = within(me, candidate, number);
        claims.opened(candidate, number, me.actor(), clock.instant());
        Instant effective = claim.handling().effective();
        boolean last = !claim.reviewers().isEmpty()
                && claim.reviewers().get(claim.reviewers().size() - 1).equals(me.actor());
        model.addAttribute("claim", claim);
        model.addAttribute("who", cases.open(candidate));
        model.addAttribute("pieces", vault.of(candidate));
        model.addAttribute("scanned", vault.scanned());
        model.addAttribute("openings", claims.openings(candidate, number));
        model.addAttribute("history", timeline.ofClaim(candidate, number));
        model.addAttribute("entry", catalogue.entry(StatusCatalogue.Subject.CLAIM, claim.stage()));
        model.addAttribute("guide", guides.published(claim.season()));
        model.addAttribute("inHand", me.actor().equals(claim.handling().reviewer()));
        model.addAttribute(
                "revocable", last && effective != null && clock.instant().isBefore(effective));
        model.addAttribute(
                "objects", me.role() == Role.EXAM_OFFICE && claim.handling().openObjections() > 0);
        model.addAttribute("objections", me.role() == Role.EXAM_OFFICE ? objections(claim) : List.of());
        model.addAttribute("causes", ReviewCause.values());
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

    /** {@code cause} from the list, {@code reason} in own words; both are what the candidate reads. */
    @PostMapping("/reviews/{candidate}/{number}")
    String decide(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable CandidateId candidate,
            @PathVariable int number,
            @RequestParam String decision,
            @RequestParam(required = false) @Nullable ReviewCause cause,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String clause,
            @RequestParam(required = false) @Nullable LocalDate until) {
        within(me, candidate, number);
        String why = cause == null ? reason : cause.with(reason);
        ExemptionCommand command = switch (decision) {
            case "approve" -> new ApproveExemption(candidate, number, clause.strip(), acts.by(me, why));
            case "refuse" -> new RefuseExemption(candidate, number, clause.strip(), acts.by(me, why));
            case "return" -> new RequestEvidence(candidate, number, endOf(until), acts.by(me, why));
            default -> throw new Unusable("CHOICE_MISSING");
        };
        // Straight on to the next case: what was just said is found among the opinions that can be taken back.
        return visit.sent(command, "/reviews/next?left=" + candidate + "&number=" + number);
    }

    @PostMapping("/reviews/{candidate}/{number}/take-back")
    String takeBack(
            @AuthenticationPrincipal SignedIn me, @PathVariable CandidateId candidate, @PathVariable int number) {
        within(me, candidate, number);
        return visit.sent(new TakeBackOpinion(candidate, number, acts.by(me)), address(candidate, number));
    }

    /** Back into the urn, with the reason; {@code related} also keeps the claim away from this person for ever. */
    @PostMapping("/reviews/{candidate}/{number}/hand-back")
    String handBack(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable CandidateId candidate,
            @PathVariable int number,
            @RequestParam(defaultValue = "false") boolean related,
            @RequestParam(defaultValue = "") String reason) {
        within(me, candidate, number);
        ExemptionCommand command = related
                ? new DeclareRelation(candidate, number, me.actor(), acts.by(me, reason))
                : new HandBackClaim(candidate, number, acts.by(me, reason));
        return visit.sent(command, "/reviews/next");
    }

    @PostMapping("/reviews/{candidate}/{number}/objection")
    String objection(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable CandidateId candidate,
            @PathVariable int number,
            @RequestParam int objection,
            @RequestParam boolean upheld,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String clause) {
        within(me, candidate, number);
        return visit.sent(
                new DecideObjection(candidate, number, objection, upheld, clause.strip(), acts.by(me, reason)),
                address(candidate, number));
    }

    /** 异议书, numbered as filed. */
    public record Statement(int number, String text) {}

    private List<Statement> objections(ClaimCase claim) {
        Map<String, String> statements = box.open(claim.candidate(), claim.claim());
        List<Statement> filed = new ArrayList<>();
        for (String digest : desk.objections(claim.candidate(), claim.claim())) {
            filed.add(new Statement(filed.size() + 1, statements.getOrDefault(digest, "—")));
        }
        return filed;
    }

    private static String address(CandidateId candidate, int number) {
        return "/reviews/" + candidate + "/" + number;
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** A day given as a deadline counts to its end. */
    private static Instant endOf(@Nullable LocalDate day) {
        if (day == null) {
            throw new Unusable("DAY_MISSING");
        }
        return day.atTime(LocalTime.of(23, 59, 59)).atZone(Dates.BEIJING).toInstant();
    }

    /** A reviewer opens what is or was in the own hands; the office everything. */
    private ClaimCase within(SignedIn me, CandidateId candidate, int number) {
        return claims.find(candidate, number)
                .filter(claim -> me.organisation().covers(claim.point()))
                .filter(claim -> me.role() == Role.EXAM_OFFICE
                        || me.actor().equals(claim.handling().reviewer())
                        || claim.reviewers().contains(me.actor())
                        || claim.stage() == Stage.AWAITING_EVIDENCE)
                .orElseThrow(NotFound::new);
    }
}
