package org.zhikao.admissions.season.rules;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be known of counted marks from the rules alone: their highest value and the decimal places they need. */
final class Countings {
    /** Results that never end without a rounding rule; {@code SeasonCheck} blocks them, so the value only has to be large. */
    static final int ENDLESS = 9;

    private Countings() {}

    static @Nullable BigDecimal max(Component c) {
        Component.Conversion v = c.conversion();
        if (v == null) {
            return c.max();
        }
        if (!v.grades().isEmpty()) {
            return v.grades().values().stream()
                    .filter(Objects::nonNull)
                    .max(BigDecimal::compareTo)
                    .orElse(null);
        }
        if (!v.bands().isEmpty()) {
            return v.bands().stream()
                    .map(Component.Band::marks)
                    .max(BigDecimal::compareTo)
                    .orElseThrow();
        }
        if (v.linear() != null) {
            return v.linear().toHigh().max(v.linear().toLow());
        }
        if (v.factor() != null && c.max() != null) {
            return times(c.max(), v.factor(), v.round());
        }
        return v.factor() == null ? c.max() : null;
    }

    private static @Nullable BigDecimal times(BigDecimal value, Fraction factor, @Nullable Rounding round) {
        BigDecimal top = value.multiply(BigDecimal.valueOf(factor.numerator()));
        BigDecimal denominator = BigDecimal.valueOf(factor.denominator());
        if (round == null) {
            return factor.places() < 0 ? null : top.divide(denominator);
        }
        BigDecimal steps = top.divide(
                denominator.multiply(round.step()),
                0,
                switch (round.mode()) {
                    case HALF_UP -> java.math.RoundingMode.HALF_UP;
                    case DOWN -> java.math.RoundingMode.DOWN;
                    case UP -> java.math.RoundingMode.UP;
                });
        return steps.multiply(round.step());
    }

    /** Decimal places of the counted mark, {@link #ENDLESS} when an exact result may never end. */
    static int countedPlaces(Component c) {
        Component.Conversion v = c.conversion();
        int entered = enteredPlaces(c);
        if (v == null) {
            return entered;
        }
        if (v.round() != null) {
            return Exact.places(v.round().step());
        }
        if (!v.grades().isEmpty()) {
            return most(v.grades().values().stream().filter(Objects::nonNull));
        }
        if (!v.bands().isEmpty()) {
            return most(v.bands().stream().map(Component.Band::marks));
        }
        if (v.linear() != null) {
            Component.Linear l = v.linear();
            Fraction slope = slope(l);
            return slope.places() < 0
                    ? ENDLESS
                    : Math.max(
                            slope.places() + Math.max(entered, Exact.places(l.fromLow())),
                            most(Stream.of(l.toLow(), l.toHigh())));
        }
        if (v.factor() != null) {
            return v.factor().places() < 0 ? ENDLESS : v.factor().places() + entered;
        }
        return entered;
    }

    /** Counted marks per entered mark; only its size matters to decimal places, so a falling scale is turned round. */
    static Fraction slope(Component.Linear l) {
        BigDecimal width = l.fromHigh().subtract(l.fromLow());
        return width.signum() <= 0
                ? Fraction.ZERO
                : Fraction.of(l.toHigh().subtract(l.toLow()).abs()).over(Fraction.of(width));
    }

    /** Whether every result of the component's conversion ends. */
    static boolean endless(Component c) {
        return countedPlaces(c) >= ENDLESS;
    }

    /** A derived component has the places of its sources before its own conversion adds some. */
    private static int derivedPlaces(Track track, Component c) {
        if (c.derived() == null) {
            return 0;
        }
        int sources = c.derived().of().stream()
                .flatMap(id -> track.component(id).stream())
                .filter(source -> source.derived() == null)
                .mapToInt(Countings::countedPlaces)
                .max()
                .orElse(0);
        return sources + countedPlaces(c);
    }

    private static int enteredPlaces(Component c) {
        return Math.max(Exact.places(c.step()), c.max() == null ? 0 : Exact.places(c.max()));
    }

    static int decimals(Track track) {
        IntStream components = track.components().stream()
                .flatMapToInt(c -> IntStream.of(enteredPlaces(c), countedPlaces(c), derivedPlaces(track, c)));
        IntStream terms = track.total().round() != null
                ? IntStream.of(Exact.places(track.total().round().step()))
                : track.total().terms().stream().mapToInt(t -> termPlaces(track, t));
        IntStream stated = IntStream.of(
                most(track.minimums().stream().map(Minimum::atLeast).filter(Objects::nonNull)),
                most(track.gates().stream().map(Gate::atLeast).filter(Objects::nonNull)),
                most(track.exemptions().stream()
                        .flatMap(e -> Stream.concat(
                                e.assigned().values().stream(), Stream.of(e).map(Exemption::points)))
                        .filter(Objects::nonNull)),
                track.total().max() == null ? 0 : Exact.places(track.total().max()),
                track.total().bonusCap() == null
                        ? 0
                        : Exact.places(track.total().bonusCap()));
        int places = IntStream.concat(IntStream.concat(components, terms), stated)
                .max()
                .orElse(0);
        return Math.min(places, ENDLESS);
    }

    /** What culture is waived for by kind alone, without evidence or review. */
    private static Stream<Exemption> waivedByKind(Track track, String kind, String category) {
        return track.exemptions().stream()
                .filter(e -> e.effect() == Exemption.Effect.CULTURE_WAIVED_DROPPED)
                .filter(e -> !e.when().kinds().isEmpty()
                        && !e.when().asksFacts()
                        && e.steps().isEmpty())
                .filter(e -> e.when().admits(kind, category));
    }

    /** The total that what remains is scaled to, for those to whom that happens whatever they bring along. */
    static Optional<BigDecimal> rescaledTotal(Track track, String kind, String category) {
        return waivedByKind(track, kind, category)
                .flatMap(e -> Stream.ofNullable(e.rescaleTo()))
                .findFirst();
    }

    static Optional<BigDecimal> highestTotal(Track track, String kind, String category) {
        Optional<BigDecimal> rescaled = rescaledTotal(track, kind, category);
        if (rescaled.isPresent()) {
            return rescaled;
        }
        Set<String> dropped = waivedByKind(track, kind, category)
                .flatMap(e -> e.components().stream())
                .collect(Collectors.toSet());
        Fraction sum = Fraction.ZERO;
        for (Total.Term term : track.total().terms()) {
            Component c = track.component(term.component()).orElse(null);
            if (c == null || dropped.contains(c.id()) || !c.when().admits(kind, category)) {
                continue;
            }
            BigDecimal max = c.countedMax();
            if (max == null) {
                return Optional.empty();
            }
            sum = sum.plus(Fraction.of(max).times(term.weight()));
        }
        return Optional.ofNullable(times(BigDecimal.ONE, sum, track.total().round()));
    }

    private static int termPlaces(Track track, Total.Term term) {
        int weight = term.weight().places();
        return weight < 0
                ? ENDLESS
                : weight
                        + track.component(term.component())
                                .map(Countings::countedPlaces)
                                .orElse(0);
    }

    private static int most(Stream<? extends @Nullable BigDecimal> values) {
        return values.filter(Objects::nonNull).mapToInt(Exact::places).max().orElse(0);
    }
}
