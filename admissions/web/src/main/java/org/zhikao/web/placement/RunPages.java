package org.zhikao.web.placement;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhikao.views.placement.PlacementQueries;
import org.zhikao.views.season.SeasonQueries.SeasonRow;
import org.zhikao.web.SeasonWork;
import org.zhikao.web.access.Acts;
import org.zhikao.web.access.SignedIn;
import org.zhikao.web.season.Guides;

/** 投档录取: compute, verify, publish; in that order and never otherwise. */
@Controller
class RunPages {
    private static final int ROWS = 50;

    private final Guides guides;
    private final PlacementQueries placements;
    private final SeasonWork work;
    private final Acts acts;

    RunPages(Guides guides, PlacementQueries placements, SeasonWork work, Acts acts) {
        this.guides = guides;
        this.placements = placements;
        this.work = work;
        this.acts = acts;
    }

    @GetMapping("/office/placement")
    String runs(@RequestParam(required = false) @Nullable String after, Model model) {
        SeasonRow season = guides.current();
        model.addAttribute("guide", guides.published(season));
        model.addAttribute("runs", placements.runs(season.id()));
        model.addAttribute("byPreference", placements.placedByPreference(season.id()));
        model.addAttribute(
                "page", placements.cutoffs(season.id(), null, after == null || after.isBlank() ? null : after, ROWS));
        return "office/placement";
    }

    @PostMapping("/office/placement")
    String compute(@AuthenticationPrincipal SignedIn me, @RequestParam int round) {
        return "redirect:/office/jobs/" + work.computePlacement(guides.current().id(), round, acts.by(me));
    }

    @PostMapping("/office/placement/publish")
    String publish(@AuthenticationPrincipal SignedIn me, @RequestParam int run) {
        return "redirect:/office/jobs/" + work.publishPlacement(guides.current().id(), run, acts.by(me));
    }
}
