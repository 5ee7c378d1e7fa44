package org.zhikao.server.play;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.zhikao.admissions.season.PublishedTerms;
import org.zhikao.admissions.season.rules.Component;
import org.zhikao.admissions.season.rules.Minimum;
import org.zhikao.admissions.season.rules.Part;
import org.zhikao.admissions.season.rules.Placement.Mechanism;
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

    /** The shape of the tracks that a run can fill; {@link IllegalArgumentException} when the rules have none. */
    public static SeasonShape of(SeasonId season, SeasonRules rules) {
        List<Track> tracks = rules.tracks().stream()
                .filter(track -> track.placement().mechanism() == Mechanism.PARALLEL)
                .toList();
        if (tracks.isEmpty()) {
            throw new IllegalArgumentException("no track of " + rules.id() + " is filled by PARALLEL");
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
                tracks.stream().map(track -> track(rules, terms, track)).toList(),
                most);
    }

    private static SeasonShape.Track track(SeasonRules rules, PublishedTerms terms, Track track) {
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
                1,
                rules.categories().stream()
                        .map(c -> new SeasonShape.Category(c.id(), c.name()))
                        .toList(),
                track.audience(),
                components,
                track.levels().isEmpty() ? List.of("DIPLOMA") : track.levels(),
                terms.grounds(track.id()).stream()
                        .map(g -> new SeasonShape.Ground(
                                g, Objects.requireNonNull(terms.effect(track.id(), g), "a ground has an effect")))
                        .toList());
    }

    private static String part(Track track, String component) {
        return track.parts().stream()
                .filter(p -> p.components().contains(component))
                .map(Part::id)
                .findFirst()
                .orElse(component);
    }

    /** The highest minimum that binds the component, in thousandths of what it is measured on. */
    private static int line(Track track, String component) {
        int line = -1;
        for (Minimum minimum : track.minimums()) {
            BigDecimal least = minimum.atLeast();
            BigDecimal of = measured(track, minimum, component);
            if (least != null && of != null && of.signum() > 0) {
                line = Math.max(
                        line,
                        least.multiply(BigDecimal.valueOf(1000))
                                .divideToIntegralValue(of)
                                .intValue());
            }
        }
        return line < 0 ? SeasonShape.Component.USUAL_LINE : Math.min(1000, line);
    }

    private static @org.jspecify.annotations.Nullable BigDecimal measured(
            Track track, Minimum minimum, String component) {
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
