package org.zhikao.web.exemption;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.zhikao.admissions.exemption.ExemptionCommand;
import org.zhikao.admissions.exemption.ExemptionCommand.AddEvidence;
import org.zhikao.admissions.exemption.ExemptionCommand.ApproveExemption;
import org.zhikao.admissions.exemption.ExemptionCommand.ClaimExemption;
import org.zhikao.admissions.exemption.ExemptionCommand.RefuseExemption;
import org.zhikao.admissions.exemption.ExemptionCommand.RequestEvidence;
import org.zhikao.admissions.exemption.ExemptionCommand.WithdrawClaim;
import org.zhikao.admissions.exemption.Stage;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.views.exemption.ClaimCase;
import org.zhikao.views.exemption.ClaimQueries;
import org.zhikao.web.Commands;
import org.zhikao.web.access.Acts;
import org.zhikao.web.access.SignedIn;
import org.zhikao.web.shared.NotFound;
import org.zhikao.web.shared.Sent;
import org.zhikao.web.shared.Unusable;

/** 免试接口: claims of a candidate, decisions of a reviewer. */
@RestController
class ClaimApi {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private final ClaimQueries claims;
    private final Commands commands;
    private final Acts acts;
    private final EvidenceRoom evidence;
    private final EvidenceVault vault;

    ClaimApi(ClaimQueries claims, Commands commands, Acts acts, EvidenceRoom evidence, EvidenceVault vault) {
        this.claims = claims;
        this.commands = commands;
        this.acts = acts;
        this.evidence = evidence;
        this.vault = vault;
    }

    record NewClaim(String ground, @Nullable String unit) {}

    record NewEvidence(EvidenceKind kind, String digest) {}

    /** {@code until} only with {@code RETURN}, {@code clause} with the others. */
    record Decision(
            Verb verb,
            @Nullable String clause,
            String reason,
            @Nullable Instant until) {
        enum Verb {
            APPROVE,
            REFUSE,
            RETURN
        }
    }

    record Body(
            int claim,
            String ground,
            @Nullable String unit,
            Stage stage,
            @Nullable Instant due,
            List<ClaimCase.Evidence> evidence,
            @Nullable String clause,
            @Nullable String reason,
            @Nullable String effect) {
        static Body of(ClaimCase claim) {
            return new Body(
                    claim.claim(),
                    claim.ground(),
                    claim.unit(),
                    claim.stage(),
                    claim.due(),
                    claim.evidence(),
                    claim.clause(),
                    claim.reason(),
                    claim.effect());
        }
    }

    @GetMapping("/api/v1/me/exemptions")
    List<Body> mine(@AuthenticationPrincipal SignedIn me) {
        return claims.of(me.ownDossier()).stream().map(Body::of).toList();
    }

    @PostMapping("/api/v1/me/exemptions")
    ResponseEntity<Sent> claim(@AuthenticationPrincipal SignedIn me, @RequestBody NewClaim body) {
        return send(new ClaimExemption(me.ownDossier(), body.ground(), body.unit(), acts.by(me)));
    }

    @PostMapping("/api/v1/me/exemptions/{number}/evidence")
    ResponseEntity<Sent> add(
            @AuthenticationPrincipal SignedIn me, @PathVariable int number, @RequestBody NewEvidence body) {
        if (!DIGEST.matcher(body.digest()).matches()) {
            throw new Unusable("DIGEST_SHAPE");
        }
        if (!vault.of(me.ownDossier()).containsKey(body.digest())) {
            throw new Unusable("EVIDENCE_UNKNOWN");
        }
        return send(new AddEvidence(me.ownDossier(), number, body.kind().name(), body.digest(), acts.by(me)));
    }

    /** Keeps a piece; the same file again answers the same, so a retry is safe at any time. */
    @PostMapping(path = "/api/v1/me/evidence", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    EvidenceVault.Piece keep(@AuthenticationPrincipal SignedIn me, @RequestParam MultipartFile file)
            throws IOException {
        return evidence.accept(me.ownDossier(), file);
    }

    /** What is kept of the candidate, and how far the checking is. */
    @GetMapping("/api/v1/me/evidence")
    List<EvidenceVault.Piece> kept(@AuthenticationPrincipal SignedIn me) {
        return List.copyOf(vault.of(me.ownDossier()).values());
    }

    @PostMapping("/api/v1/me/exemptions/{number}/withdrawal")
    ResponseEntity<Sent> withdraw(@AuthenticationPrincipal SignedIn me, @PathVariable int number) {
        return send(new WithdrawClaim(me.ownDossier(), number, acts.by(me)));
    }

    @GetMapping("/api/v1/reviews/{candidate}/{number}")
    Body one(@AuthenticationPrincipal SignedIn me, @PathVariable CandidateId candidate, @PathVariable int number) {
        return Body.of(within(me, candidate, number));
    }

    @PostMapping("/api/v1/reviews/{candidate}/{number}/decision")
    ResponseEntity<Sent> decide(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable CandidateId candidate,
            @PathVariable int number,
            @RequestBody Decision body) {
        within(me, candidate, number);
        String clause = body.clause() == null ? "" : body.clause();
        return send(
                switch (body.verb()) {
                    case APPROVE -> new ApproveExemption(candidate, number, clause, acts.by(me, body.reason()));
                    case REFUSE -> new RefuseExemption(candidate, number, clause, acts.by(me, body.reason()));
                    case RETURN -> {
                        Instant until = body.until();
                        if (until == null) {
                            throw new Unusable("DAY_MISSING");
                        }
                        yield new RequestEvidence(candidate, number, until, acts.by(me, body.reason()));
                    }
                });
    }

    private ResponseEntity<Sent> send(ExemptionCommand command) {
        return Sent.answer(commands.send(command));
    }

    private ClaimCase within(SignedIn me, CandidateId candidate, int number) {
        return claims.find(candidate, number)
                .filter(claim -> me.organisation().covers(claim.point()))
                .orElseThrow(NotFound::new);
    }
}
