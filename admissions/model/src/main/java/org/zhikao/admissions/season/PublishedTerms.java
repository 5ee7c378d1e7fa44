package org.zhikao.admissions.season;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.duty.ProcessTerms;
import org.zhikao.admissions.season.rules.Component;
import org.zhikao.admissions.season.rules.Preferences.Round;
import org.zhikao.admissions.season.rules.SeasonRules;
import org.zhikao.admissions.season.rules.Track;

/**
 * 已公布方案要点: the terms that published rules and the phases opened so far amount to.
 *
 * @param open phases open now, as {@link #key} writes them
 * @param acts draws, computed results and published runs recorded so far, by id
 * @param processes what published versions of processes bind
 */
public record PublishedTerms(
        SeasonRules rules,
        int version,
        Set<String> open,
        Set<String> acts,
        boolean frozen,
        List<ProcessTerms> processes)
        implements SeasonTerms {
    /** Facts of the rules that an approved claim puts on record begin so. */
    public PublishedTerms {
        open = Set.copyOf(open);
        acts = Set.copyOf(acts);
        processes = List.copyOf(processes);
    }

    /** Terms of a season that published no process of its own. */
    public PublishedTerms(SeasonRules rules, int version, Set<String> open, Set<String> acts, boolean frozen) {
        this(rules, version, open, acts, frozen, List.of());
    }

    @Override
    public boolean recorded(String id) {
        return acts.contains(id);
    }

    /** How an open phase is written in {@link #open}. */
    public static String key(Phase phase, int round) {
        return phase.name() + "/" + round;
    }

    @Override
    public boolean open(Phase phase, int round) {
        return open.contains(key(phase, round));
    }

    @Override
    public Set<String> tracks() {
        return rules.tracks().stream().map(Track::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public Set<String> categories(String track) {
        Set<String> categories = new LinkedHashSet<>();
        rules.categories().forEach(category -> categories.add(category.id()));
        return rules.track(track).isPresent() ? categories : Set.of();
    }

    @Override
    public Set<String> kinds(String track) {
        return rules.track(track)
                .map(t -> (Set<String>) new LinkedHashSet<>(t.audience()))
                .orElse(Set.of());
    }

    @Override
    public OptionalLong maximum(String track, String component) {
        return rules.track(track)
                .flatMap(t -> t.component(component))
                .map(Component::max)
                .map(max -> OptionalLong.of(rules.units(max)))
                .orElse(OptionalLong.empty());
    }

    @Override
    public List<String> components(String track) {
        return rules.track(track)
                .map(t -> t.components().stream().map(Component::id).toList())
                .orElse(List.of());
    }

    @Override
    public int rounds(String track) {
        return rules.track(track).map(t -> rounds(t).size()).orElse(0);
    }

    @Override
    public int preferences(String track, int round) {
        List<Round> rounds = rules.track(track).map(PublishedTerms::rounds).orElse(List.of());
        Integer most =
                round >= 1 && round <= rounds.size() ? rounds.get(round - 1).max() : null;
        return most == null ? 0 : most;
    }

    /** The regular round, then the supplementary ones in the order of the rules. */
    private static List<Round> rounds(Track track) {
        List<Round> all = track.preferences().rounds();
        return Stream.concat(
                        all.stream().filter(r -> !r.supplementary()).limit(1),
                        all.stream().filter(Round::supplementary))
                .toList();
    }

    @Override
    public @Nullable String effect(String track, String ground) {
        return rules.track(track).stream()
                .flatMap(t -> t.exemptions().stream())
                .filter(exemption -> exemption.restsOn(ground))
                .map(exemption -> exemption.effect().name())
                .findFirst()
                .orElse(null);
    }

    /** Grounds that a candidate of the track can claim, in the order of the rules. */
    public Set<String> grounds(String track) {
        Set<String> grounds = new LinkedHashSet<>();
        rules.track(track).stream()
                .flatMap(t -> t.exemptions().stream())
                .forEach(exemption -> grounds.addAll(exemption.claimable()));
        return grounds;
    }

    @Override
    public ReviewProcedure procedure(String track, String ground) {
        return Procedures.of(rules, track, ground);
    }
}
