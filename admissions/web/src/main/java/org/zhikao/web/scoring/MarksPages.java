package org.zhikao.web.scoring;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhikao.views.dossier.Candidate;
import org.zhikao.web.AmendmentWork;
import org.zhikao.web.access.SignedIn;
import org.zhikao.web.registration.Cases;
import org.zhikao.web.season.Guide;
import org.zhikao.web.season.Guides;

/** 成绩查询: nothing before the release, then every mark and every step to the total. */
@Controller
class MarksPages {
    private final Cases cases;
    private final Guides guides;
    private final Sheets sheets;
    private final AmendmentWork amendments;

    MarksPages(Cases cases, Guides guides, Sheets sheets, AmendmentWork amendments) {
        this.cases = cases;
        this.guides = guides;
        this.sheets = sheets;
        this.amendments = amendments;
    }

    @GetMapping("/candidate/marks")
    String marks(@AuthenticationPrincipal SignedIn me, Model model) {
        Candidate candidate = cases.own(me).orElse(null);
        boolean released = candidate != null && candidate.released() != null;
        model.addAttribute("candidate", released ? candidate : null);
        if (candidate != null && released) {
            Guide guide = guides.published(candidate.season());
            model.addAttribute("guide", guide);
            model.addAttribute("sheet", sheets.of(guide, candidate));
            model.addAttribute("amended", amendments.of(candidate.season(), candidate.id()));
        }
        return "candidate/marks";
    }
}
