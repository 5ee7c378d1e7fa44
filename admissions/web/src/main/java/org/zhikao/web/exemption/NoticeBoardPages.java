package org.zhikao.web.exemption;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhikao.admissions.exemption.ExemptionCommand.FileObjection;
import org.zhikao.admissions.exemption.Stage;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.Role;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.views.Page;
import org.zhikao.views.exemption.ClaimCase;
import org.zhikao.views.exemption.ClaimQueries;
import org.zhikao.views.exemption.DeskQueries;
import org.zhikao.views.season.SeasonQueries;
import org.zhikao.web.Commands;
import org.zhikao.web.access.SignedIn;
import org.zhikao.web.registration.Cases;
import org.zhikao.web.season.Guides;
import org.zhikao.web.shared.NotFound;
import org.zhikao.web.shared.Unusable;

/** 公示: what is about to be granted, for everybody to see and to object to; and what was, by season. */
@Controller
class NoticeBoardPages {
    private static final int ROWS = 100;
    private static final int SHORTEST = 10;
    private static final int LONGEST = 2_000;
    /** More than anybody has to say about one person, and few enough to be read. */
    private static final int MOST_OBJECTIONS = 20;

    private final DeskQueries desk;
    private final ClaimQueries claims;
    private final SeasonQueries seasons;
    private final Cases cases;
    private final Guides guides;
    private final ObjectionBox box;
    private final Commands commands;
    private final Clock clock;

    NoticeBoardPages(
            DeskQueries desk,
            ClaimQueries claims,
            SeasonQueries seasons,
            Cases cases,
            Guides guides,
            ObjectionBox box,
            Commands commands,
            Clock clock) {
        this.desk = desk;
        this.claims = claims;
        this.seasons = seasons;
        this.cases = cases;
        this.guides = guides;
        this.box = box;
        this.commands = commands;
        this.clock = clock;
    }

    /** Of the season named or the current one; {@code over} shows those whose notice has ended. */
    @GetMapping("/notices")
    String board(
            @RequestParam(required = false) @Nullable SeasonId season,
            @RequestParam(defaultValue = "false") boolean over,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        SeasonId which = season == null ? guides.current().id() : season;
        Page<ClaimCase> page = desk.notices(which, over, after == null || after.isBlank() ? null : after, ROWS);
        model.addAttribute("guide", guides.published(which));
        model.addAttribute("season", which);
        model.addAttribute("over", over);
        model.addAttribute("page", page);
        model.addAttribute("names", masked(page));
        model.addAttribute(
                "seasons",
                seasons.all().stream().filter(one -> one.published() > 0).toList());
        return "notices/board";
    }

    private Map<CandidateId, String> masked(Page<ClaimCase> page) {
        return cases.masked(
                page.rows().stream().map(ClaimCase::candidate).distinct().toList());
    }

    @GetMapping("/notices/{candidate}/{number}")
    String one(@PathVariable CandidateId candidate, @PathVariable int number, Model model) {
        ClaimCase claim = onNotice(candidate, number);
        model.addAttribute("claim", claim);
        model.addAttribute("guide", guides.published(claim.season()));
        model.addAttribute("name", cases.masked(java.util.List.of(candidate)).getOrDefault(candidate, "—"));
        return "notices/objection";
    }

    /** Anybody may object, with or without a name: what counts is what can be checked. */
    @PostMapping("/notices/{candidate}/{number}")
    String object(
            @AuthenticationPrincipal @Nullable SignedIn me,
            @PathVariable CandidateId candidate,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String statement,
            @RequestParam(defaultValue = "") String contact) {
        if (me != null) {
            throw new Unusable("SIGNED_IN_ALREADY");
        }
        ClaimCase claim = onNotice(candidate, number);
        String words = statement.strip();
        int length = words.codePointCount(0, words.length());
        if (length < SHORTEST || length > LONGEST) {
            throw new Unusable(
                    "STATEMENT_LENGTH", Map.of("least", String.valueOf(SHORTEST), "most", String.valueOf(LONGEST)));
        }
        if (claim.handling().objections() >= MOST_OBJECTIONS) {
            throw new Unusable("OBJECTIONS_ENOUGH");
        }
        String digest = box.keep(candidate, number, contact.isBlank() ? words : words + "\n——" + contact.strip());
        Act act = new Act(
                clock.instant(),
                ActorId.SYSTEM,
                Role.SYSTEM,
                claim.point(),
                "",
                UUID.randomUUID().toString());
        boolean visible = commands.send(new FileObjection(candidate, number, digest, act));
        return "redirect:/notices/" + candidate + "/" + number + (visible ? "?filed" : "?filed&pending");
    }

    private ClaimCase onNotice(CandidateId candidate, int number) {
        return claims.find(candidate, number)
                .filter(claim -> claim.stage() == Stage.PUBLIC_NOTICE)
                .orElseThrow(NotFound::new);
    }
}
