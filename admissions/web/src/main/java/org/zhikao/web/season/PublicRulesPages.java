package org.zhikao.web.season;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.views.season.AmendmentQueries;
import org.zhikao.views.season.SeasonQueries;
import org.zhikao.views.season.SeasonQueries.RulesVersion;
import org.zhikao.views.season.SeasonQueries.SeasonRow;
import org.zhikao.web.season.RulesBooks.Book;
import org.zhikao.web.shared.NotFound;

/** 方案公开: what is published of every season, for anybody: the rules in words, departures with their reasons, every clause. */
@Controller
class PublicRulesPages {
    private final SeasonQueries seasons;
    private final RulesBooks books;
    private final RulesDiffs diffs;
    private final AmendmentQueries amendments;

    PublicRulesPages(SeasonQueries seasons, RulesBooks books, RulesDiffs diffs, AmendmentQueries amendments) {
        this.seasons = seasons;
        this.books = books;
        this.diffs = diffs;
        this.amendments = amendments;
    }

    @GetMapping("/rules")
    String newest(Model model) {
        List<SeasonRow> published = published();
        model.addAttribute("seasons", published);
        if (published.isEmpty()) {
            return "rules/none";
        }
        return show(published.get(0), published.get(0).published(), 0, model);
    }

    /** {@code against}: an earlier published version, whose differences are shown first. */
    @GetMapping("/rules/{season}")
    String season(
            @PathVariable SeasonId season,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "0") int against,
            Model model) {
        List<SeasonRow> published = published();
        SeasonRow row = published.stream()
                .filter(s -> s.id().equals(season))
                .findFirst()
                .orElseThrow(NotFound::new);
        model.addAttribute("seasons", published);
        return show(row, version == 0 ? row.published() : version, against, model);
    }

    private String show(SeasonRow season, int version, int against, Model model) {
        Book book = books.published(season.id(), version);
        model.addAttribute("book", book);
        model.addAttribute("versions", versions(season.id()));
        model.addAttribute(
                "amendments",
                amendments.of(season.id()).stream()
                        .filter(a -> a.publishedAt() != null)
                        .toList());
        if (against > 0) {
            books.published(season.id(), against);
            model.addAttribute("compared", diffs.of(season.id(), against, version));
        }
        return "rules/season";
    }

    private List<SeasonRow> published() {
        return seasons.all().stream().filter(s -> s.published() > 0).toList();
    }

    private List<RulesVersion> versions(SeasonId season) {
        return seasons.versions(season).stream()
                .filter(v -> v.publishedAt() != null)
                .toList();
    }
}
