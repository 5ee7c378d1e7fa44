package org.zhikao.web.exemption;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.zhikao.admissions.exemption.ExemptionCommand.WithdrawClaim;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.views.dossier.Candidate;
import org.zhikao.views.exemption.ClaimCase;
import org.zhikao.views.exemption.ClaimDrafts;
import org.zhikao.views.exemption.ClaimQueries;
import org.zhikao.views.status.StatusCatalogue;
import org.zhikao.web.access.Acts;
import org.zhikao.web.access.SignedIn;
import org.zhikao.web.registration.Cases;
import org.zhikao.web.season.Guides;
import org.zhikao.web.shared.NotFound;
import org.zhikao.web.shared.Unusable;
import org.zhikao.web.shared.Visit;

/** 免试申请: a candidate's claims, each with its evidence. */
@Controller
class ClaimPages {
    private final ClaimQueries claims;
    private final Cases cases;
    private final Guides guides;
    private final EvidenceRoom evidence;
    private final EvidenceVault vault;
    private final ClaimDrafts drafts;
    private final ClaimSending sending;
    private final StatusCatalogue catalogue;
    private final Clock clock;
    private final Acts acts;
    private final Visit visit;

    ClaimPages(
            ClaimQueries claims,
            Cases cases,
            Guides guides,
            EvidenceRoom evidence,
            EvidenceVault vault,
            ClaimDrafts drafts,
            ClaimSending sending,
            StatusCatalogue catalogue,
            Clock clock,
            Acts acts,
            Visit visit) {
        this.claims = claims;
        this.cases = cases;
        this.guides = guides;
        this.evidence = evidence;
        this.vault = vault;
        this.drafts = drafts;
        this.sending = sending;
        this.catalogue = catalogue;
        this.clock = clock;
        this.acts = acts;
        this.visit = visit;
    }

    @GetMapping("/candidate/exemptions")
    String list(@AuthenticationPrincipal SignedIn me, Model model) {
        Optional<Candidate> own = cases.own(me);
        model.addAttribute("candidate", own.orElse(null));
        model.addAttribute("claims", own.isPresent() ? claims.of(me.ownDossier()) : List.of());
        model.addAttribute("draft", drafts.of(me.ownDossier()).orElse(null));
        model.addAttribute("guide", guides.published(me.ownSeason()));
        return "candidate/exemptions";
    }

    /** Begins a claim; nothing is sent before its pieces are together. */
    @PostMapping("/candidate/exemptions")
    String begin(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String ground,
            @RequestParam(required = false) @Nullable String unit) {
        String asked = unit == null || unit.isBlank() ? null : unit.strip();
        Candidate candidate = cases.ownOrMissing(me);
        if (guides.published(candidate.season()).grounds(candidate.track()).stream()
                .noneMatch(one -> one.code().equals(ground))) {
            throw new Unusable("CHOICE_MISSING");
        }
        drafts.save(me.ownDossier(), ground, asked, clock.instant());
        return "redirect:/candidate/exemptions/draft";
    }

    @GetMapping("/candidate/exemptions/draft")
    String draft(@AuthenticationPrincipal SignedIn me, Model model) {
        Candidate candidate = cases.ownOrMissing(me);
        ClaimDrafts.Draft draft = drafts.of(candidate.id()).orElseThrow(NotFound::new);
        model.addAttribute("candidate", candidate);
        model.addAttribute("draft", draft);
        model.addAttribute("guide", guides.published(candidate.season()));
        evidence(candidate.id(), ClaimDrafts.NEW, model);
        return "candidate/claim-draft";
    }

    @PostMapping("/candidate/exemptions/draft/send")
    String send(@AuthenticationPrincipal SignedIn me) {
        ClaimSending.Sent sent = sending.claim(me);
        String page = sent.claim().map(n -> "/candidate/exemptions/" + n).orElse("/candidate/exemptions/draft");
        return "redirect:" + page + (sent.visible() ? "" : "?pending");
    }

    @PostMapping("/candidate/exemptions/draft/discard")
    String discard(@AuthenticationPrincipal SignedIn me) {
        drafts.sent(me.ownDossier(), ClaimDrafts.NEW);
        return "redirect:/candidate/exemptions";
    }

    @GetMapping("/candidate/exemptions/{number}")
    String one(@AuthenticationPrincipal SignedIn me, @PathVariable int number, Model model) {
        Candidate candidate = cases.ownOrMissing(me);
        ClaimCase claim = claims.find(candidate.id(), number).orElseThrow(NotFound::new);
        model.addAttribute("candidate", candidate);
        model.addAttribute("claim", claim);
        model.addAttribute("entry", catalogue.entry(StatusCatalogue.Subject.CLAIM, claim.stage()));
        model.addAttribute("guide", guides.published(candidate.season()));
        evidence(candidate.id(), number, model);
        return "candidate/exemption";
    }

    /** What waits to be sent to a claim, and what is known of every piece. */
    private void evidence(CandidateId candidate, int claim, Model model) {
        model.addAttribute("pieces", vault.of(candidate));
        model.addAttribute("waiting", drafts.pieces(candidate, claim));
        model.addAttribute("kinds", EvidenceKind.values());
        model.addAttribute("scanned", vault.scanned());
    }

    /** One piece for the draft (number 0) or for a claim that stands; the same file again is the same piece. */
    @PostMapping("/candidate/exemptions/{number}/evidence")
    String add(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable int number,
            @RequestParam EvidenceKind kind,
            @RequestParam MultipartFile file)
            throws IOException {
        requireOwnClaim(me, number);
        EvidenceVault.Piece piece = evidence.accept(me.ownDossier(), file);
        drafts.attach(me.ownDossier(), number, kind.name(), piece.digest(), clock.instant());
        return "redirect:" + page(number);
    }

    @PostMapping("/candidate/exemptions/{number}/evidence/{digest}/remove")
    String remove(@AuthenticationPrincipal SignedIn me, @PathVariable int number, @PathVariable String digest) {
        drafts.detach(me.ownDossier(), number, digest);
        return "redirect:" + page(number);
    }

    /** Sends the pieces that wait for a claim that stands. */
    @PostMapping("/candidate/exemptions/{number}/send")
    String sendEvidence(@AuthenticationPrincipal SignedIn me, @PathVariable int number) {
        ClaimCase claim = claims.find(me.ownDossier(), number).orElseThrow(NotFound::new);
        ClaimSending.Sent sent = sending.evidence(me, claim);
        return "redirect:" + page(number) + (sent.visible() ? "" : "?pending");
    }

    /** The copy of an own piece, as reviewers see it. */
    @GetMapping("/candidate/evidence/{digest}")
    void evidence(@AuthenticationPrincipal SignedIn me, @PathVariable String digest, HttpServletResponse response)
            throws IOException {
        evidence.show(me.ownDossier(), digest, me, response);
    }

    private void requireOwnClaim(SignedIn me, int number) {
        boolean exists = number == ClaimDrafts.NEW
                ? drafts.of(me.ownDossier()).isPresent()
                : claims.find(me.ownDossier(), number).isPresent();
        if (!exists) {
            throw new NotFound();
        }
    }

    private static String page(int number) {
        return "/candidate/exemptions/" + (number == ClaimDrafts.NEW ? "draft" : String.valueOf(number));
    }

    @PostMapping("/candidate/exemptions/{number}/withdraw")
    String withdraw(@AuthenticationPrincipal SignedIn me, @PathVariable int number) {
        return visit.sent(new WithdrawClaim(me.ownDossier(), number, acts.by(me)), "/candidate/exemptions/" + number);
    }
}
