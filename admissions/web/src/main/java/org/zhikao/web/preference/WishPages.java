package org.zhikao.web.preference;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhikao.admissions.preference.PreferenceCommand.LockPreferences;
import org.zhikao.admissions.preference.PreferenceCommand.SavePreferences;
import org.zhikao.admissions.season.Phase;
import org.zhikao.views.dossier.Candidate;
import org.zhikao.views.plan.PlanQueries;
import org.zhikao.views.preference.PreferenceQueries;
import org.zhikao.views.season.SeasonQueries.PhaseRow;
import org.zhikao.views.status.PhaseCalendar;
import org.zhikao.web.access.Acts;
import org.zhikao.web.access.SignedIn;
import org.zhikao.web.registration.Cases;
import org.zhikao.web.season.Guide;
import org.zhikao.web.season.Guides;
import org.zhikao.web.shared.Unusable;
import org.zhikao.web.shared.Visit;

/**
 * 填报志愿: every step saves the whole list at once, so that nothing is lost between steps; a form that shows an older list
 * than the saved one changes nothing. Locking shows the exact saved list once more.
 */
@Controller
class WishPages {
    private static final int ROWS = 30;
    private static final String HERE = "/candidate/preferences";

    private final Cases cases;
    private final Guides guides;
    private final PlanQueries plans;
    private final PreferenceQueries preferences;
    private final PhaseCalendar calendar;
    private final Acts acts;
    private final Visit visit;

    WishPages(
            Cases cases,
            Guides guides,
            PlanQueries plans,
            PreferenceQueries preferences,
            PhaseCalendar calendar,
            Acts acts,
            Visit visit) {
        this.cases = cases;
        this.guides = guides;
        this.plans = plans;
        this.preferences = preferences;
        this.calendar = calendar;
        this.acts = acts;
        this.visit = visit;
    }

    @GetMapping(HERE)
    String list(@AuthenticationPrincipal SignedIn me, Model model) {
        Candidate candidate = cases.own(me).orElse(null);
        if (candidate == null) {
            model.addAttribute("window", new Window(0, 0, List.of(), "none"));
            model.addAttribute("rows", List.of());
            return "candidate/preferences";
        }
        show(candidate, model);
        return "candidate/preferences";
    }

    private Window show(Candidate candidate, Model model) {
        Window window = window(candidate);
        model.addAttribute("candidate", candidate);
        model.addAttribute("window", window);
        model.addAttribute("rows", preferences.rows(candidate, window.saved()));
        model.addAttribute(
                "until",
                calendar.end(candidate.season(), Phase.PREFERENCE, Math.max(1, window.round()))
                        .orElse(null));
        return window;
    }

    private Window window(Candidate candidate) {
        int round = guides.phases(candidate.season()).stream()
                .filter(row -> row.phase() == Phase.PREFERENCE && row.open())
                .mapToInt(PhaseRow::round)
                .max()
                .orElse(0);
        Guide guide = guides.published(candidate.season());
        return Window.of(candidate, round, round == 0 ? 0 : guide.wishes(candidate.track(), round));
    }

    @GetMapping(HERE + "/units")
    String units(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        Candidate candidate = cases.ownOrMissing(me);
        model.addAttribute("window", window(candidate));
        model.addAttribute("text", text == null ? "" : text);
        model.addAttribute(
                "page",
                plans.open(
                        candidate.season(),
                        candidate.track(),
                        candidate.category(),
                        candidate.kind(),
                        given(text),
                        given(after),
                        ROWS));
        return "candidate/units";
    }

    /** One step: {@code up}, {@code down}, {@code place} or {@code add}, named by the button that was pressed. */
    @PostMapping(HERE)
    String step(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String step,
            @RequestParam String unit,
            @RequestParam(required = false) @Nullable Integer place,
            @RequestParam(required = false) @Nullable List<String> shown) {
        Candidate candidate = cases.ownOrMissing(me);
        WishList saved = new WishList(window(candidate).saved());
        WishList next = switch (step) {
            case "add" -> saved.added(unit);
            case "up" -> shown(saved, shown).moved(unit, -1);
            case "down" -> shown(saved, shown).moved(unit, 1);
            case "place" -> shown(saved, shown).placed(unit, place == null ? 0 : place);
            default -> throw new Unusable("CHOICE_MISSING");
        };
        return save(me, candidate, next, HERE + "#list");
    }

    private static WishList shown(WishList saved, @Nullable List<String> shown) {
        saved.requireShown(shown == null ? List.of() : shown);
        return saved;
    }

    private String save(SignedIn me, Candidate candidate, WishList next, String page) {
        int round = window(candidate).round();
        return visit.sent(new SavePreferences(candidate.id(), round, next.units(), acts.by(me)), page);
    }

    /** 删除: the order before and after side by side, since every later wish moves up. */
    @GetMapping(HERE + "/remove")
    String askRemove(@AuthenticationPrincipal SignedIn me, @RequestParam String unit, Model model) {
        Candidate candidate = cases.ownOrMissing(me);
        Window window = show(candidate, model);
        WishList after = new WishList(window.saved()).without(unit);
        model.addAttribute("unit", unit);
        model.addAttribute("after", preferences.rows(candidate, after.units()));
        return "candidate/remove";
    }

    @PostMapping(HERE + "/remove")
    String remove(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String unit,
            @RequestParam(required = false) @Nullable List<String> shown) {
        Candidate candidate = cases.ownOrMissing(me);
        WishList saved = shown(new WishList(window(candidate).saved()), shown);
        return save(me, candidate, saved.without(unit), HERE);
    }

    @GetMapping(HERE + "/lock")
    String askLock(@AuthenticationPrincipal SignedIn me, Model model) {
        show(cases.ownOrMissing(me), model);
        return "candidate/lock";
    }

    /** Locks what is saved, and only if it is what the confirmation showed. */
    @PostMapping(HERE + "/lock")
    String lock(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String sure,
            @RequestParam(required = false) @Nullable List<String> shown) {
        Candidate candidate = cases.ownOrMissing(me);
        Window window = window(candidate);
        if (!sure.equals("yes")) {
            throw new Unusable("NOT_CONFIRMED");
        }
        shown(new WishList(window.saved()), shown);
        return visit.sent(new LockPreferences(candidate.id(), window.round(), acts.by(me)), HERE);
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
