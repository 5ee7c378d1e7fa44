package org.zhikao.web.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhikao.admissions.plan.PlanCommand.ChangePlan;
import org.zhikao.admissions.season.rules.Component;
import org.zhikao.admissions.season.rules.Track;
import org.zhikao.views.placement.PlacementQueries;
import org.zhikao.views.plan.PlanQueries;
import org.zhikao.views.scoring.MarkBook;
import org.zhikao.views.season.SeasonQueries.SeasonRow;
import org.zhikao.web.access.Acts;
import org.zhikao.web.access.SignedIn;
import org.zhikao.web.season.Guide;
import org.zhikao.web.season.Guides;
import org.zhikao.web.shared.NotFound;
import org.zhikao.web.shared.Visit;

/** 院校工作台: its own plan, the mark book of the tests it runs, who was placed in its programmes. */
@Controller
class CollegePages {
    private static final int ROWS = 50;

    private final Guides guides;
    private final PlanQueries plans;
    private final MarkBook marks;
    private final PlacementQueries placements;
    private final Acts acts;
    private final Visit visit;

    CollegePages(
            Guides guides, PlanQueries plans, MarkBook marks, PlacementQueries placements, Acts acts, Visit visit) {
        this.guides = guides;
        this.plans = plans;
        this.marks = marks;
        this.placements = placements;
        this.acts = acts;
        this.visit = visit;
    }

    @GetMapping("/college")
    String plan(@AuthenticationPrincipal SignedIn me, Model model) {
        SeasonRow season = guides.current();
        List<PlanQueries.UnitRow> units = plans.of(season.id(), me.organisation());
        model.addAttribute("guide", guides.published(season));
        model.addAttribute("units", units);
        model.addAttribute(
                "quota", units.stream().mapToLong(row -> row.unit().quota()).sum());
        return "college/plan";
    }

    @GetMapping("/college/units/{unit}")
    String unit(@AuthenticationPrincipal SignedIn me, @PathVariable String unit, Model model) {
        SeasonRow season = guides.current();
        model.addAttribute("guide", guides.published(season));
        model.addAttribute("row", own(me, season, unit));
        return "college/unit";
    }

    @PostMapping("/college/units/{unit}")
    String change(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String unit,
            @RequestParam int quota,
            @RequestParam(defaultValue = "") String document,
            @RequestParam(defaultValue = "") String reason) {
        return visit.sent(
                new ChangePlan(
                        guides.current().id(), me.organisation(), unit, quota, document.strip(), acts.by(me, reason)),
                "/college/units/" + unit);
    }

    @GetMapping("/college/marks")
    String marks(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(required = false) @Nullable String track,
            @RequestParam(required = false) @Nullable String component,
            @RequestParam(defaultValue = "false") boolean missing,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        SeasonRow season = guides.current();
        Guide guide = guides.published(season);
        Track shown = guide.tracks().stream()
                .filter(t -> track == null || track.isBlank() || t.id().equals(track))
                .findFirst()
                .orElseThrow(NotFound::new);
        List<Component> run =
                shown.components().stream().filter(CollegePages::byColleges).toList();
        Component one = run.stream()
                .filter(c -> component == null || component.isBlank() || c.id().equals(component))
                .findFirst()
                .orElse(null);
        model.addAttribute("guide", guide);
        model.addAttribute("track", shown);
        model.addAttribute("components", run);
        model.addAttribute("component", one);
        model.addAttribute("missing", missing);
        if (one != null) {
            model.addAttribute(
                    "page",
                    marks.page(
                            season.id(),
                            one.id(),
                            shown.id(),
                            null,
                            missing,
                            after == null || after.isBlank() ? null : after,
                            ROWS));
        }
        return "college/marks";
    }

    private static boolean byColleges(Component component) {
        return component.organiser() == Component.Organiser.LEAD_COLLEGE
                || component.organiser() == Component.Organiser.COLLEGE;
    }

    @GetMapping("/college/admitted")
    String admitted(
            @AuthenticationPrincipal SignedIn me, @RequestParam(required = false) @Nullable String after, Model model) {
        SeasonRow season = guides.current();
        model.addAttribute("guide", guides.published(season));
        model.addAttribute(
                "page",
                placements.cutoffs(
                        season.id(), me.organisation(), after == null || after.isBlank() ? null : after, ROWS));
        return "college/admitted";
    }

    @GetMapping("/college/admitted/{unit}")
    String admittedTo(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String unit,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        SeasonRow season = guides.current();
        model.addAttribute("row", own(me, season, unit));
        model.addAttribute("guide", guides.published(season));
        model.addAttribute(
                "page", placements.admitted(season.id(), unit, after == null || after.isBlank() ? null : after, ROWS));
        return "college/admitted-unit";
    }

    /** Another college's unit reads as one that does not exist. */
    private PlanQueries.UnitRow own(SignedIn me, SeasonRow season, String unit) {
        return plans.find(season.id(), unit)
                .filter(row -> row.college().equals(me.organisation()))
                .orElseThrow(NotFound::new);
    }
}
