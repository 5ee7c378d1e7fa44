package org.zhikao.web.registration;

import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.views.season.SeasonQueries.SeasonRow;
import org.zhikao.web.access.AccountDesk;
import org.zhikao.web.access.AccountDesk.CandidateAccount;
import org.zhikao.web.access.SignedIn;
import org.zhikao.web.season.Guides;
import org.zhikao.web.shared.Unusable;

/** 激活码: handed out in person at the registration point, shown once, renewed after a loss. */
@Controller
class PointAccounts {
    private static final int MOST = 60;
    private static final int ROWS = 50;

    private final AccountDesk accounts;
    private final Guides guides;

    PointAccounts(AccountDesk accounts, Guides guides) {
        this.accounts = accounts;
        this.guides = guides;
    }

    @GetMapping("/point/accounts")
    String list(@AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "") String after, Model model) {
        SeasonRow season = guides.current();
        List<CandidateAccount> rows = accounts.candidates(me.organisation(), season.id(), after, ROWS);
        model.addAttribute("rows", rows);
        model.addAttribute(
                "next", rows.size() < ROWS ? null : rows.get(rows.size() - 1).login());
        model.addAttribute("most", MOST);
        return "point/accounts";
    }

    /** Shown in the answer itself, never stored in clear and never in an address. */
    @PostMapping("/point/accounts")
    String issue(@AuthenticationPrincipal SignedIn me, @RequestParam int count, Model model) {
        if (count < 1 || count > MOST) {
            throw new Unusable("COUNT_OUT_OF_RANGE", java.util.Map.of("most", String.valueOf(MOST)));
        }
        model.addAttribute("codes", accounts.issue(me, guides.current().id(), count));
        return "point/codes";
    }

    @PostMapping("/point/accounts/{candidate}/renew")
    String renew(@AuthenticationPrincipal SignedIn me, @PathVariable CandidateId candidate, Model model) {
        model.addAttribute("codes", List.of(accounts.renew(me, candidate)));
        return "point/codes";
    }
}
