package org.zhikao.web.shared;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhikao.views.status.StatusCatalogue;

/** 状态说明: the status catalogue as a page. */
@Controller
class HelpPages {
    private final StatusCatalogue catalogue;

    HelpPages(StatusCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/help/status")
    String statuses(Model model) {
        model.addAttribute("entries", catalogue.all(StatusCatalogue.Subject.CANDIDATE));
        return "help/status";
    }
}
