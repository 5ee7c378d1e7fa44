package org.zhikao.web.season;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import org.zhikao.admissions.season.SeasonCommand.DraftSeason;
import org.zhikao.admissions.season.SeasonCommand.ReviseRules;
import org.zhikao.admissions.season.rules.Finding;
import org.zhikao.admissions.season.rules.SeasonRules;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.formats.season.LocatedFinding;
import org.zhikao.formats.season.SeasonDraft;
import org.zhikao.formats.season.SeasonField;
import org.zhikao.formats.season.SeasonReading;
import org.zhikao.formats.season.SeasonRulesReader;
import org.zhikao.views.season.SeasonQueries;
import org.zhikao.web.RulesDesk;
import org.zhikao.web.RulesDesk.Draft;
import org.zhikao.web.access.Acts;
import org.zhikao.web.access.SignedIn;
import org.zhikao.web.shared.NotFound;
import org.zhikao.web.shared.Unusable;
import org.zhikao.web.shared.Visit;

/**
 * 方案起草: a season file written in forms, one place at a time, from a delivered province or an earlier version. Every change
 * is kept at once; findings stand beside their field; the raw text is the second way.
 */
@Controller
class DraftPages {
    private static final String DRAFTS = "/office/rules/drafts";
    private static final int MOST_CHARACTERS = 2 * 1024 * 1024;

    private final RulesDesk desk;
    private final SeasonQueries seasons;
    private final Acts acts;
    private final Visit visit;

    DraftPages(RulesDesk desk, SeasonQueries seasons, Acts acts, Visit visit) {
        this.desk = desk;
        this.seasons = seasons;
        this.acts = acts;
        this.visit = visit;
    }

    /** What can be begun from: an earlier version of a season. */
    public record Earlier(String season, int version) {}

    @GetMapping(DRAFTS)
    String drafts(Model model) {
        model.addAttribute("drafts", desk.drafts());
        model.addAttribute("presets", desk.presets());
        model.addAttribute(
                "earlier",
                seasons.all().stream()
                        .flatMap(
                                s -> seasons.versions(s.id()).stream().map(v -> new Earlier(s.id().value(), v.rules())))
                        .toList());
        return "office/drafts";
    }

    /** {@code from}: the name of a province, or {@code season/version}. */
    @PostMapping(DRAFTS)
    String start(@AuthenticationPrincipal SignedIn me, @RequestParam String from) {
        int cut = from.indexOf('/');
        Optional<byte[]> bytes = cut < 0
                ? desk.preset(from)
                : seasons.rules(new SeasonId(from.substring(0, cut)), number(from.substring(cut + 1)))
                        .map(text -> text.getBytes(StandardCharsets.UTF_8));
        SeasonDraft draft = bytes.flatMap(SeasonDraft::of).orElseThrow(() -> new Unusable("CHOICE_MISSING"));
        return "redirect:" + DRAFTS + "/" + desk.start(draft.title(), draft.yaml(), acts.by(me));
    }

    private static int number(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }

    @GetMapping(DRAFTS + "/{id}")
    String edit(@PathVariable String id, @RequestParam(defaultValue = "") String at, Model model) {
        Draft kept = desk.draft(id).orElseThrow(NotFound::new);
        SeasonDraft draft = parsed(kept);
        if (!draft.stands(at)) {
            throw new NotFound();
        }
        show(kept, draft, at, model);
        return "office/draft";
    }

    /** Where a finding can be put right: the nearest place around it that has a page. */
    @GetMapping(DRAFTS + "/{id}/find")
    String find(@PathVariable String id, @RequestParam(defaultValue = "") String path) {
        SeasonDraft draft = parsed(desk.draft(id).orElseThrow(NotFound::new));
        String at = path;
        while (!draft.stands(at)) {
            at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
        }
        return "redirect:" + address(id, at);
    }

    private static void show(Draft kept, SeasonDraft draft, String at, Model model) {
        SeasonReading reading = draft.reading();
        model.addAttribute("draft", kept);
        model.addAttribute("place", draft.at(at));
        model.addAttribute("way", SeasonDraft.way(at).stream().map(draft::at).toList());
        model.addAttribute("findings", new PlacedFindings(reading.findings()));
        model.addAttribute("publishable", reading.publishable());
        model.addAttribute(
                "computable", reading.rules().isPresent() && reading.unsound().isEmpty());
        model.addAttribute("scripted", true);
    }

    /** Findings by place, for the fields that they stand beside. */
    public record PlacedFindings(List<LocatedFinding> all) {
        /** Findings of this very place. */
        public List<Finding> at(SeasonField field) {
            return all.stream()
                    .map(LocatedFinding::finding)
                    .filter(f -> f.path().equals(field.path()))
                    .toList();
        }

        /** How many findings that block stand at the place or below it. */
        public long blocking(SeasonField field) {
            return all.stream()
                    .map(LocatedFinding::finding)
                    .filter(Finding::blocks)
                    .filter(f -> f.path().equals(field.path()) || f.path().startsWith(field.path() + "/"))
                    .count();
        }

        public List<LocatedFinding> blocking() {
            return all.stream().filter(f -> f.finding().blocks()).toList();
        }

        public boolean wrong(SeasonField field) {
            return at(field).stream().anyMatch(Finding::blocks);
        }
    }

    /** Enters all fields of the form, then does what the pressed button says: {@code add|remove|up pointer}. */
    @PostMapping(DRAFTS + "/{id}")
    String change(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String at,
            @RequestParam int revision,
            @RequestParam(defaultValue = "") String act,
            @RequestParam MultiValueMap<String, String> fields) {
        Draft kept = desk.draft(id).orElseThrow(NotFound::new);
        SeasonDraft draft = parsed(kept);
        fields.forEach((name, values) -> {
            if (name.startsWith("/") && !draft.enter(name, String.join("\n", values))) {
                throw new Unusable("CHOICE_MISSING");
            }
        });
        String next = act.isEmpty() ? at : acted(draft, act, at);
        keep(kept, draft, revision, me);
        return "redirect:" + address(id, next);
    }

    private static String acted(SeasonDraft draft, String act, String at) {
        int cut = act.indexOf(' ');
        String place = act.substring(cut + 1);
        Optional<String> next = switch (act.substring(0, Math.max(0, cut))) {
            case "add" -> draft.add(place).map(added -> draft.at(place).form() == SeasonField.Form.LIST ? added : at);
            case "remove" -> draft.remove(place) ? Optional.of(at) : Optional.empty();
            case "up" -> draft.up(place) ? Optional.of(at) : Optional.empty();
            default -> Optional.empty();
        };
        return next.orElseThrow(() -> new Unusable("CHOICE_MISSING"));
    }

    private static String address(String id, String at) {
        return UriComponentsBuilder.fromPath(DRAFTS + "/" + id)
                .queryParam("at", "{at}")
                .encode()
                .buildAndExpand(at)
                .toUriString();
    }

    @GetMapping(DRAFTS + "/{id}/text")
    String text(@PathVariable String id, Model model) {
        Draft kept = desk.draft(id).orElseThrow(NotFound::new);
        model.addAttribute("draft", kept);
        model.addAttribute("text", kept.text());
        model.addAttribute("findings", parsed(kept).reading().findings());
        return "office/draft-text";
    }

    /** The raw text takes the draft's place; text that is no season file at all is shown again with what is wrong. */
    @PostMapping(DRAFTS + "/{id}/text")
    ModelAndView text(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String id,
            @RequestParam int revision,
            @RequestParam String text) {
        Draft kept = desk.draft(id).orElseThrow(NotFound::new);
        if (text.length() > MOST_CHARACTERS) {
            throw new Unusable("FILE_TOO_LARGE", Map.of("most", "2 MB"));
        }
        byte[] bytes = text.replace("\r", "").getBytes(StandardCharsets.UTF_8);
        SeasonDraft draft = SeasonDraft.of(bytes).orElse(null);
        if (draft == null) {
            ModelAndView again = new ModelAndView("office/draft-text", HttpStatus.UNPROCESSABLE_ENTITY);
            again.addObject("draft", kept);
            again.addObject("text", text);
            again.addObject("findings", SeasonRulesReader.read(bytes).findings());
            return again;
        }
        keep(kept, draft, revision, me);
        return new ModelAndView("redirect:" + DRAFTS + "/" + id + "/text");
    }

    private void keep(Draft kept, SeasonDraft draft, int revision, SignedIn me) {
        if (!desk.save(kept.id(), revision, draft.title(), draft.yaml(), acts.by(me))) {
            throw new Unusable("DRAFT_CHANGED", Map.of("by", kept.by().value()));
        }
    }

    /** What may be published becomes a version of its season and awaits somebody else's approval. */
    @PostMapping(DRAFTS + "/{id}/submit")
    ModelAndView submit(@AuthenticationPrincipal SignedIn me, @PathVariable String id) {
        Draft kept = desk.draft(id).orElseThrow(NotFound::new);
        SeasonReading reading = parsed(kept).reading();
        if (!reading.publishable()) {
            ModelAndView findings = new ModelAndView("office/findings", HttpStatus.UNPROCESSABLE_ENTITY);
            findings.addObject("findings", reading.findings());
            return findings;
        }
        SeasonRules rules = reading.rules().orElseThrow();
        String text = reading.canonical().orElseThrow();
        SeasonId season = new SeasonId(rules.id());
        String page = visit.sent(
                seasons.find(season).isPresent()
                        ? new ReviseRules(season, text, acts.by(me))
                        : new DraftSeason(season, rules.province(), rules.year(), text, acts.by(me)),
                "/office/rules");
        desk.discard(id);
        return new ModelAndView(page);
    }

    @PostMapping(DRAFTS + "/{id}/discard")
    String discard(@PathVariable String id) {
        desk.discard(id);
        return "redirect:" + DRAFTS;
    }

    private static SeasonDraft parsed(@Nullable Draft kept) {
        return Optional.ofNullable(kept)
                .flatMap(d -> SeasonDraft.of(d.text().getBytes(StandardCharsets.UTF_8)))
                .orElseThrow(NotFound::new);
    }
}
