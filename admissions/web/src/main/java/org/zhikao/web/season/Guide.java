package org.zhikao.web.season;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.season.PublishedTerms;
import org.zhikao.admissions.season.rules.CandidateGroup;
import org.zhikao.admissions.season.rules.Component;
import org.zhikao.admissions.season.rules.Exemption;
import org.zhikao.admissions.season.rules.Part;
import org.zhikao.admissions.season.rules.Phase;
import org.zhikao.admissions.season.rules.SeasonRules;
import org.zhikao.admissions.season.rules.Track;
import org.zhikao.admissions.shared.SeasonId;

/**
 * 方案要览: a published version of the rules as pages quote it: what codes are called, and how many wishes a list may hold.
 * A code without a name is shown as it is.
 */
public record Guide(SeasonId season, int version, SeasonRules rules) {
    private static final List<Phase.Kind> SITTINGS =
            List.of(Phase.Kind.EXAM_SKILL, Phase.Kind.EXAM_CULTURE, Phase.Kind.EXAM_ADAPTABILITY);

    public String title() {
        return rules.title();
    }

    public List<Track> tracks() {
        return rules.tracks();
    }

    public String track(String code) {
        return rules.track(code).map(Track::name).orElse(code);
    }

    public String category(String code) {
        return rules.category(code)
                .map(org.zhikao.admissions.season.rules.Category::name)
                .orElse(code);
    }

    public List<Component> components(String track) {
        return rules.track(track).map(Track::components).orElse(List.of());
    }

    public String component(String track, String code) {
        return rules.track(track)
                .flatMap(t -> t.component(code))
                .map(Component::name)
                .orElse(code);
    }

    public String part(String track, String code) {
        return rules.track(track).flatMap(t -> t.part(code)).map(Part::name).orElse(code);
    }

    /** 免试条件 that a candidate of the track can claim; {@code full}: it admits without exam, so one programme is named. */
    public record Ground(
            String code,
            String name,
            boolean full,
            @Nullable String clause) {}

    public List<Ground> grounds(String track) {
        return terms().grounds(track).stream()
                .map(code -> resting(track, code)
                        .map(e -> new Ground(code, e.name(), e.effect() == Exemption.Effect.FULL_FREE, e.clause()))
                        .orElse(new Ground(code, code, false, null)))
                .toList();
    }

    /** Every ground of the season once, whatever the track. */
    public List<Ground> allGrounds() {
        Map<String, Ground> all = new LinkedHashMap<>();
        rules.tracks().forEach(track -> grounds(track.id()).forEach(ground -> all.putIfAbsent(ground.code(), ground)));
        return List.copyOf(all.values());
    }

    /** The exemption that rests on a ground. */
    public Optional<Exemption> resting(String track, String code) {
        return rules.track(track).stream()
                .flatMap(t -> t.exemptions().stream())
                .filter(e -> e.restsOn(code))
                .findFirst();
    }

    public String ground(String track, String code) {
        return resting(track, code).map(Exemption::name).orElse(code);
    }

    /** The clause that a ground rests on, empty where the rules name none. */
    public String clause(String track, String code) {
        return resting(track, code).map(Exemption::clause).orElse("");
    }

    /** 考生类别: codes to names, over all tracks. */
    public Map<String, String> kinds() {
        Map<String, String> names = new LinkedHashMap<>();
        rules.tracks().forEach(track -> track.audience().forEach(code -> names.put(code, kind(code))));
        return names;
    }

    public String kind(String code) {
        return rules.kinds().stream()
                .filter(kind -> kind.id().equals(code))
                .map(SeasonRules.AudienceKind::name)
                .findFirst()
                .or(() -> Arrays.stream(CandidateGroup.values())
                        .filter(group -> group.name().equals(code))
                        .map(CandidateGroup::chinese)
                        .findFirst())
                .orElse(code);
    }

    /** Units of the season as a mark, without trailing zeros. */
    public String mark(long units) {
        BigDecimal mark = rules.mark(units).stripTrailingZeros();
        return (mark.scale() < 0 ? mark.setScale(0) : mark).toPlainString();
    }

    /** Most wishes in a round, 0 where the rules do not say. */
    public int wishes(String track, int round) {
        return terms().preferences(track, round);
    }

    public int rounds() {
        return rules.tracks().stream()
                .mapToInt(track -> terms().rounds(track.id()))
                .max()
                .orElse(1);
    }

    /** The rules as decisions read them; whether a phase is open is asked elsewhere. */
    private PublishedTerms terms() {
        return new PublishedTerms(rules, version, Set.of(), Set.of(), false);
    }

    /** The exam's sittings as the calendar has them. */
    public List<Phase> sittings(String track) {
        return rules.calendar().stream()
                .filter(phase -> SITTINGS.contains(phase.kind()) && phase.serves(track))
                .toList();
    }

    /** Category codes to names, for choices. */
    public Map<String, String> categories() {
        Map<String, String> names = new LinkedHashMap<>();
        rules.categories().forEach(category -> names.put(category.id(), category.name()));
        return names;
    }
}
