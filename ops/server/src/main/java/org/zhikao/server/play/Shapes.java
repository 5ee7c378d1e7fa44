package org.zhikao.server.play;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.placement.FilingRules;
import org.zhikao.admissions.season.PublishedTerms;
import org.zhikao.admissions.season.rules.Component;
import org.zhikao.admissions.season.rules.Exemption;
import org.zhikao.admissions.season.rules.Gate;
import org.zhikao.admissions.season.rules.Minimum;
import org.zhikao.admissions.season.rules.Part;
import org.zhikao.admissions.season.rules.Placement.Mechanism;
import org.zhikao.admissions.season.rules.Ranking;
import org.zhikao.admissions.season.rules.SeasonRules;
import org.zhikao.admissions.season.rules.Track;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.seeds.SeasonShape;

/** What the generators must know of a season, read out of its rules. */
public final class Shapes {
    /** 场次: hands-on tests are sat apart from all other papers. */
    public static final String SKILL = "SKILL";

    public static final String CULTURE = "CULTURE";

    private Shapes() {}

    /** Of a hundred candidates of a long list, so many enter a track where one college is named. */
    private static final int MANY = 6;

    /** The shape of all tracks that a run can fill; {@link IllegalArgumentException} when the rules have none. */
    public static SeasonShape of(SeasonId season, SeasonRules rules) {
        return of(season, rules, track -> true);
    }

    /** The same, of the tracks alone that are filled as the first of them is: what a demonstration shows. */
    public static SeasonShape leading(SeasonId season, SeasonRules rules) {
        Mechanism first = filled(rules)
                .findFirst()
                .map(track -> track.placement().mechanism())
                .orElse(null);
        return of(season, rules, track -> track.placement().mechanism() == first);
    }

    private static Stream<Track> filled(SeasonRules rules) {
        return rules.tracks().stream().filter(track -> FilingRules.of(track).filesLists());
    }

    private static SeasonShape of(SeasonId season, SeasonRules rules, Predicate<Track> wanted) {
        List<Track> tracks = filled(rules).filter(wanted).toList();
        if (tracks.isEmpty()) {
            throw new IllegalArgumentException("no track of " + rules.id() + " is filled from lists");
        }
        PublishedTerms terms = new PublishedTerms(rules, 1, java.util.Set.of(), java.util.Set.of(), false);
        int rounds = tracks.stream().mapToInt(t -> terms.rounds(t.id())).max().orElse(1);
        List<Integer> most = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            int r = round;
            most.add(tracks.stream()
                    .mapToInt(t -> terms.preferences(t.id(), r))
                    .filter(n -> n > 0)
                    .min()
                    .orElse(1));
        }
        return new SeasonShape(
                season,
                rules.year(),
                Math.toIntExact(rules.scale()),
                tracks.stream().flatMap(track -> shapes(rules, terms, track)).toList(),
                most);
    }

    /** One entry for each ranking list that has kinds of its own: their seats are planned apart. */
    private static Stream<SeasonShape.Track> shapes(SeasonRules rules, PublishedTerms terms, Track track) {
        List<List<String>> lists = lists(track);
        return lists.stream().map(kinds -> track(rules, terms, track, kinds, lists.size() > 1));
    }

    /** Kinds that sit the exam: who is free of it by kind alone is interviewed, and a played season has no interviews. */
    private static List<String> examined(Track track) {
        return track.audience().stream()
                .filter(kind -> track.exemptions().stream()
                        .noneMatch(e -> e.effect() == Exemption.Effect.BOTH_WAIVED_INTERVIEW
                                && e.when().kinds().contains(kind)))
                .toList();
    }

    private static List<List<String>> lists(Track track) {
        if (track.ranking().listBy() == Ranking.ListBy.KIND) {
            return examined(track).stream().map(List::of).toList();
        }
        List<String> rest = new ArrayList<>(examined(track));
        List<List<String>> lists = new ArrayList<>();
        for (Ranking.SeparateList list : track.ranking().lists()) {
            List<String> own =
                    list.when().kinds().stream().filter(rest::contains).toList();
            if (!own.isEmpty()) {
                lists.add(own);
                rest.removeAll(own);
            }
        }
        if (!rest.isEmpty()) {
            lists.add(0, rest);
        }
        return lists;
    }

    private static SeasonShape.Track track(
            SeasonRules rules, PublishedTerms terms, Track track, List<String> kinds, boolean apart) {
        List<SeasonShape.Component> components = new ArrayList<>();
        for (Component c : track.components()) {
            BigDecimal max = c.max();
            if (max != null) {
                components.add(new SeasonShape.Component(
                        c.id(),
                        part(track, c.id()),
                        c.kind() == Component.Kind.OPERATION ? SKILL : CULTURE,
                        rules.units(max),
                        line(track, c.id())));
            }
        }
        return new SeasonShape.Track(
                track.id(),
                kinds.contains(track.audience().get(0))
                                && !FilingRules.of(track).firstWishOnly()
                        ? MANY
                        : 1,
                rules.categories().stream()
                        .map(c -> new SeasonShape.Category(c.id(), c.name()))
                        .toList(),
                kinds,
                components,
                track.levels().isEmpty() ? List.of("DIPLOMA") : track.levels(),
                terms.grounds(track.id()).stream()
                        .map(g -> new SeasonShape.Ground(
                                g, Objects.requireNonNull(terms.effect(track.id(), g), "a ground has an effect")))
                        .toList(),
                IntStream.rangeClosed(1, terms.rounds(track.id()))
                        .map(round -> Math.max(1, terms.preferences(track.id(), round)))
                        .boxed()
                        .toList(),
                apart);
    }

    private static String part(Track track, String component) {
        return track.parts().stream()
                .filter(p -> p.components().contains(component))
                .map(Part::id)
                .findFirst()
                .orElse(component);
    }

    /** The highest minimum or gate that binds the component, in thousandths of what it is measured on. */
    private static int line(Track track, String component) {
        int line = -1;
        for (Minimum minimum : track.minimums()) {
            line = Math.max(line, thousandths(minimum.atLeast(), measured(track, minimum, component)));
        }
        for (Gate gate : track.gates()) {
            if (component.equals(gate.component())) {
                BigDecimal max = track.component(component).map(Component::max).orElse(null);
                line = Math.max(line, thousandths(gate.atLeast(), max));
            }
        }
        return line < 0 ? SeasonShape.Component.USUAL_LINE : Math.min(1000, line);
    }

    private static int thousandths(@Nullable BigDecimal least, @Nullable BigDecimal of) {
        return least == null || of == null || of.signum() <= 0
                ? -1
                : least.movePointRight(3).divideToIntegralValue(of).intValue();
    }

    private static @Nullable BigDecimal measured(Track track, Minimum minimum, String component) {
        String of = minimum.of() == null ? "" : minimum.of();
        return switch (minimum.on()) {
            case TOTAL, TOTAL_WITHOUT_BONUS -> track.total().max();
            case PART ->
                track.part(of)
                        .filter(p -> p.components().contains(component))
                        .map(Part::max)
                        .orElse(null);
            case COMPONENT ->
                of.equals(component) ? track.component(of).map(Component::max).orElse(null) : null;
        };
    }
}
