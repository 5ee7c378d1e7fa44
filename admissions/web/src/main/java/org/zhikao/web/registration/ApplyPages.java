package org.zhikao.web.registration;

import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zhikao.admissions.registration.RegistrationCommand.CorrectParticulars;
import org.zhikao.admissions.registration.RegistrationCommand.ResubmitApplication;
import org.zhikao.admissions.registration.RegistrationCommand.SubmitApplication;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.formats.sealing.Masking;
import org.zhikao.views.dossier.Candidate;
import org.zhikao.views.dossier.CandidateStatus;
import org.zhikao.views.registration.ParticularsReader.Particulars;
import org.zhikao.web.Commands;
import org.zhikao.web.access.Acts;
import org.zhikao.web.access.SignedIn;
import org.zhikao.web.season.Guides;
import org.zhikao.web.shared.Visit;

/**
 * 报名: fill in, check the answers, send; after a return the same way again. What is typed travels in the form itself and is
 * kept nowhere until it is sent.
 */
@Controller
class ApplyPages {
    private final Cases cases;
    private final Guides guides;
    private final ParticularsDesk particulars;
    private final Commands commands;
    private final Acts acts;
    private final Visit visit;

    ApplyPages(Cases cases, Guides guides, ParticularsDesk particulars, Commands commands, Acts acts, Visit visit) {
        this.cases = cases;
        this.guides = guides;
        this.particulars = particulars;
        this.commands = commands;
        this.acts = acts;
        this.visit = visit;
    }

    @GetMapping("/candidate/apply")
    String form(@AuthenticationPrincipal SignedIn me, Model model) {
        Optional<Candidate> own = cases.own(me);
        if (own.isPresent() && own.get().status() != CandidateStatus.RETURNED) {
            return "redirect:/candidate";
        }
        frame(me, model, own.map(this::asRecorded).orElse(Typed.EMPTY), Map.of());
        model.addAttribute("verdict", own.map(Candidate::verdict).orElse(null));
        return "candidate/apply";
    }

    private Typed asRecorded(Candidate candidate) {
        Particulars known = cases.open(candidate.id());
        return new Typed(
                known.field("name"),
                known.field("identityNumber"),
                known.field("phone"),
                candidate.track(),
                candidate.category(),
                candidate.kind());
    }

    /** 修改: back from the page of answers, with all answers kept. */
    @PostMapping("/candidate/apply/edit")
    String edit(@AuthenticationPrincipal SignedIn me, @ModelAttribute Typed typed, Model model) {
        frame(me, model, typed, Map.of());
        return "candidate/apply";
    }

    /** 核对: nothing is sent yet. */
    @PostMapping("/candidate/apply/check")
    ModelAndView check(@AuthenticationPrincipal SignedIn me, @ModelAttribute Typed typed, Model model) {
        Map<String, String> flaws = typed.flaws();
        frame(me, model, typed, flaws);
        model.addAttribute("masked", Masking.identityNumber(typed.identity()));
        return flaws.isEmpty()
                ? new ModelAndView("candidate/check")
                : new ModelAndView("candidate/apply", HttpStatus.UNPROCESSABLE_ENTITY);
    }

    @PostMapping("/candidate/apply")
    ModelAndView send(@AuthenticationPrincipal SignedIn me, @ModelAttribute Typed typed, Model model) {
        if (!typed.flaws().isEmpty()) {
            return check(me, typed, model);
        }
        Optional<Candidate> own = cases.own(me);
        String next = "/candidate/apply/done";
        return new ModelAndView(own.isPresent() ? again(me, typed, own.get(), next) : first(me, typed, next));
    }

    private String first(SignedIn me, Typed typed, String next) {
        CandidateId candidate = me.ownDossier();
        SeasonId season = me.ownSeason();
        return visit.sent(
                new SubmitApplication(
                        candidate,
                        season,
                        typed.track(),
                        typed.category(),
                        typed.kind(),
                        me.organisation(),
                        particulars.seal(candidate, season, typed.fields(), false),
                        acts.by(me)),
                next);
    }

    /** After a return: particulars only when they changed, then the application. */
    private String again(SignedIn me, Typed typed, Candidate own, String next) {
        if (!cases.open(own.id()).fields().equals(typed.fields())) {
            commands.send(new CorrectParticulars(
                    own.id(), particulars.seal(own.id(), own.season(), typed.fields(), true), acts.by(me)));
        }
        return visit.sent(
                new ResubmitApplication(own.id(), typed.track(), typed.category(), typed.kind(), acts.by(me)), next);
    }

    @GetMapping("/candidate/apply/done")
    String done(@AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute("candidate", cases.own(me).orElse(null));
        model.addAttribute("reference", me.ownDossier().value());
        return "candidate/applied";
    }

    private void frame(SignedIn me, Model model, Typed typed, Map<String, String> flaws) {
        model.addAttribute("typed", typed);
        model.addAttribute("flaws", flaws);
        model.addAttribute("verdict", null);
        model.addAttribute("guide", guides.published(me.ownSeason()));
    }
}
