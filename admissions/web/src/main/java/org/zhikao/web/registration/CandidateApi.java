package org.zhikao.web.registration;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import org.zhikao.admissions.registration.RegistrationCommand.SubmitApplication;
import org.zhikao.admissions.registration.RegistrationCommand.WithdrawApplication;
import org.zhikao.admissions.scoring.Mark;
import org.zhikao.admissions.shared.Role;
import org.zhikao.views.dossier.Candidate;
import org.zhikao.views.dossier.Journey;
import org.zhikao.views.dossier.Journeys;
import org.zhikao.web.Commands;
import org.zhikao.web.access.Acts;
import org.zhikao.web.access.SignedIn;
import org.zhikao.web.season.SeasonClock;
import org.zhikao.web.shared.Freshness;
import org.zhikao.web.shared.Sent;
import org.zhikao.web.shared.Unusable;

/** 考生接口: one's own status, application and withdrawal. */
@RestController
@RequestMapping("/api/v1/me")
class CandidateApi {
    private final Cases cases;
    private final Journeys journeys;
    private final SeasonClock clock;
    private final Freshness freshness;
    private final ParticularsDesk particulars;
    private final Commands commands;
    private final Acts acts;

    CandidateApi(
            Cases cases,
            Journeys journeys,
            SeasonClock clock,
            Freshness freshness,
            ParticularsDesk particulars,
            Commands commands,
            Acts acts) {
        this.cases = cases;
        this.journeys = journeys;
        this.clock = clock;
        this.freshness = freshness;
        this.particulars = particulars;
        this.commands = commands;
        this.acts = acts;
    }

    /**
     * 办理进度.
     *
     * @param status a code of the status catalogue
     * @param marks null before the release
     */
    record Status(
            String candidate,
            String status,
            String text,
            Instant since,
            @Nullable Role acts,
            @Nullable Instant by,
            List<Step> steps,
            @Nullable String ticket,
            @Nullable Map<String, MarkBody> marks,
            @Nullable Long total,
            @Nullable Integer rank,
            @Nullable WishBody preferences,
            @Nullable OutcomeBody outcome) {}

    record Step(String code, String text, Journey.State state) {}

    record MarkBody(Mark.Status status, long value) {}

    record WishBody(int round, List<String> units, String stage, Instant at) {}

    record OutcomeBody(
            int round,
            @Nullable String unit,
            int preference,
            @Nullable String cause,
            boolean last) {}

    record Application(String name, String identity, String phone, String track, String category, String kind) {}

    @GetMapping("/status")
    @Nullable
    ResponseEntity<Status> status(@AuthenticationPrincipal SignedIn me, ServletWebRequest request) {
        var known = cases.knownVersion(me);
        long season = clock.version(me.ownSeason());
        if (known.isPresent() && freshness.known(request, known.getAsLong(), season, "json")) {
            return null;
        }
        Candidate candidate = cases.ownOrMissing(me);
        if (known.isEmpty() && freshness.known(request, candidate.version(), season, "json")) {
            return null;
        }
        return ResponseEntity.ok(body(journeys.of(candidate)));
    }

    private static Status body(Journey journey) {
        Candidate c = journey.candidate();
        Candidate.Released released = c.released();
        Candidate.Wishes wishes = c.wishes();
        Candidate.Decision outcome = c.outcome();
        return new Status(
                c.id().value(),
                journey.status().code(),
                journey.status().zh(),
                c.since(),
                journey.acts(),
                journey.by(),
                journey.steps().stream()
                        .map(step -> new Step(step.step().code(), step.step().zh(), step.state()))
                        .toList(),
                c.seating() == null || c.seating().ticketAt() == null
                        ? null
                        : c.seating().seat().ticket(),
                released == null ? null : marks(c),
                released == null ? null : released.result().total(),
                released == null ? null : released.result().rank(),
                wishes == null
                        ? null
                        : new WishBody(
                                wishes.round(), wishes.units(), wishes.stage().name(), wishes.at()),
                outcome == null ? null : outcome(outcome));
    }

    private static SortedMap<String, MarkBody> marks(Candidate candidate) {
        SortedMap<String, MarkBody> marks = new TreeMap<>();
        candidate.marks().forEach((component, mark) -> marks.put(component, new MarkBody(mark.status(), mark.value())));
        return marks;
    }

    private static OutcomeBody outcome(Candidate.Decision decision) {
        var offer = decision.offer();
        return new OutcomeBody(
                decision.round(),
                offer == null ? null : offer.unit(),
                offer == null ? 0 : offer.preference(),
                decision.cause(),
                decision.last());
    }

    @PostMapping("/application")
    ResponseEntity<Sent> apply(@AuthenticationPrincipal SignedIn me, @RequestBody Application body) {
        Typed typed = new Typed(body.name(), body.identity(), body.phone(), body.track(), body.category(), body.kind());
        Map<String, String> flaws = typed.flaws();
        if (!flaws.isEmpty()) {
            throw new Unusable("FIELDS", Map.of("fields", String.join(", ", flaws.keySet())));
        }
        return Sent.answer(commands.send(new SubmitApplication(
                me.ownDossier(),
                me.ownSeason(),
                typed.track(),
                typed.category(),
                typed.kind(),
                me.organisation(),
                particulars.seal(me.ownDossier(), me.ownSeason(), typed.fields(), false),
                acts.by(me))));
    }

    @PostMapping("/withdrawal")
    ResponseEntity<Sent> withdraw(@AuthenticationPrincipal SignedIn me) {
        return Sent.answer(commands.send(new WithdrawApplication(me.ownDossier(), acts.by(me))));
    }
}
