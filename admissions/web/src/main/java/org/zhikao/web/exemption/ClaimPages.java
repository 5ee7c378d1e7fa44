package org.zhikao.web.exemption;

import java.io.IOException;
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
import org.zhikao.admissions.exemption.ExemptionCommand.AddEvidence;
import org.zhikao.admissions.exemption.ExemptionCommand.ClaimExemption;
import org.zhikao.admissions.exemption.ExemptionCommand.WithdrawClaim;
import org.zhikao.views.dossier.Candidate;
import org.zhikao.views.exemption.ClaimCase;
import org.zhikao.views.exemption.ClaimQueries;
import org.zhikao.views.status.StatusCatalogue;
import org.zhikao.web.access.Acts;
import org.zhikao.web.access.SignedIn;
import org.zhikao.web.registration.Cases;
import org.zhikao.web.season.Guides;
import org.zhikao.web.shared.NotFound;
import org.zhikao.web.shared.Visit;

/** 免试申请: a candidate's claims, each with its evidence. */
@Controller
class ClaimPages {
    private final ClaimQueries claims;
    private final Cases cases;
    private final Guides guides;
    private final EvidenceRoom evidence;
    private final StatusCatalogue catalogue;
    private final Acts acts;
    private final Visit visit;

    ClaimPages(
            ClaimQueries claims,
            Cases cases,
            Guides guides,
            EvidenceRoom evidence,
            StatusCatalogue catalogue,
            Acts acts,
            Visit visit) {
        this.claims = claims;
        this.cases = cases;
        this.guides = guides;
        this.evidence = evidence;
        this.catalogue = catalogue;
        this.acts = acts;
        this.visit = visit;
    }

    @GetMapping("/candidate/exemptions")
    String list(@AuthenticationPrincipal SignedIn me, Model model) {
        Optional<Candidate> own = cases.own(me);
        model.addAttribute("candidate", own.orElse(null));
        model.addAttribute("claims", own.isPresent() ? claims.of(me.ownDossier()) : List.of());
        model.addAttribute("guide", guides.published(me.ownSeason()));
        return "candidate/exemptions";
    }

    @PostMapping("/candidate/exemptions")
    String claim(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String ground,
            @RequestParam(required = false) @Nullable String unit) {
        String asked = unit == null || unit.isBlank() ? null : unit.strip();
        return visit.sent(new ClaimExemption(me.ownDossier(), ground, asked, acts.by(me)), "/candidate/exemptions");
    }

    @GetMapping("/candidate/exemptions/{number}")
    String one(@AuthenticationPrincipal SignedIn me, @PathVariable int number, Model model) {
        Candidate candidate = cases.ownOrMissing(me);
        ClaimCase claim = claims.find(candidate.id(), number).orElseThrow(NotFound::new);
        model.addAttribute("candidate", candidate);
        model.addAttribute("claim", claim);
        model.addAttribute("entry", catalogue.entry(StatusCatalogue.Subject.CLAIM, claim.stage()));
        model.addAttribute("guide", guides.published(candidate.season()));
        model.addAttribute("kinds", EvidenceKind.values());
        return "candidate/exemption";
    }

    @PostMapping("/candidate/exemptions/{number}/evidence")
    String add(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable int number,
            @RequestParam EvidenceKind kind,
            @RequestParam MultipartFile file)
            throws IOException {
        String digest = evidence.accept(me.ownDossier(), file.getBytes());
        return visit.sent(
                new AddEvidence(me.ownDossier(), number, kind.name(), digest, acts.by(me)),
                "/candidate/exemptions/" + number);
    }

    @PostMapping("/candidate/exemptions/{number}/withdraw")
    String withdraw(@AuthenticationPrincipal SignedIn me, @PathVariable int number) {
        return visit.sent(new WithdrawClaim(me.ownDossier(), number, acts.by(me)), "/candidate/exemptions/" + number);
    }
}
