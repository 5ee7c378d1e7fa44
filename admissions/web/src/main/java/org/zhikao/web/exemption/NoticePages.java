package org.zhikao.web.exemption;

import java.time.Clock;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhikao.views.exemption.ClaimNotices;
import org.zhikao.web.access.SignedIn;

/** 通知: what the candidate has been told, and by when something is to be done about it. */
@Controller
class NoticePages {
    private final ClaimNotices notices;
    private final Clock clock;

    NoticePages(ClaimNotices notices, Clock clock) {
        this.notices = notices;
        this.clock = clock;
    }

    @GetMapping("/candidate/notices")
    String list(@AuthenticationPrincipal SignedIn me, Model model) {
        List<ClaimNotices.Notice> all = notices.of(me.ownDossier());
        model.addAttribute("notices", all);
        model.addAttribute("unread", all.stream().filter(one -> !one.seen()).count());
        return "candidate/notices";
    }

    /** Read is what the candidate says was read; a page that was merely fetched ahead was not. */
    @PostMapping("/candidate/notices")
    String seen(@AuthenticationPrincipal SignedIn me, @RequestParam long through) {
        notices.seen(me.ownDossier(), through, clock.instant());
        return "redirect:/candidate/notices";
    }
}
