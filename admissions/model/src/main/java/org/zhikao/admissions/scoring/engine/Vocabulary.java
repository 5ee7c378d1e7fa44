package org.zhikao.admissions.scoring.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.zhikao.admissions.season.rules.Condition;
import org.zhikao.admissions.season.rules.Exemption;
import org.zhikao.admissions.season.rules.Gate;
import org.zhikao.admissions.season.rules.Minimum;
import org.zhikao.admissions.season.rules.Ranking;
import org.zhikao.admissions.season.rules.SeasonRules;
import org.zhikao.admissions.season.rules.Total;
import org.zhikao.admissions.season.rules.Track;

/** The kinds, categories and facts that one track's rules mention, numbered. */
final class Vocabulary {
    /** Facts are bits of one {@code long}. */
    static final int MOST_FACTS = 64;

    private final List<String> kinds;
    private final List<String> categories;
    private final Map<String, Integer> facts = new LinkedHashMap<>();

    private Vocabulary(List<String> kinds, List<String> categories) {
        this.kinds = kinds;
        this.categories = categories;
    }

    static Vocabulary of(SeasonRules rules, Track track) {
        List<Condition> conditions = conditions(track).toList();
        List<String> kinds = distinct(
                "",
                Stream.concat(
                        track.audience().stream(),
                        conditions.stream().flatMap(c -> Stream.concat(c.kinds().stream(), c.notKinds().stream()))));
        List<String> categories = distinct(
                "",
                Stream.concat(
                        rules.categories().stream().map(c -> c.id()),
                        conditions.stream()
                                .flatMap(c -> Stream.concat(c.categories().stream(), c.notCategories().stream()))));
        Vocabulary words = new Vocabulary(kinds, categories);
        conditions.forEach(c -> Stream.of(c.any(), c.all(), c.none()).forEach(l -> l.forEach(words::number)));
        track.gates().stream().map(Gate::fact).forEach(f -> {
            if (f != null) {
                words.number(f);
            }
        });
        track.exemptions().forEach(e -> {
            e.assigned().keySet().forEach(p -> words.number("prize:" + p));
            e.steps().forEach(s -> words.number("step:" + e.id() + "/" + s));
        });
        if (track.ranking().ties() != null) {
            track.ranking().ties().stream()
                    .filter(t -> t.by() == Ranking.By.FLAG)
                    .flatMap(t -> t.of().stream())
                    .forEach(f -> words.number("flag:" + f));
        }
        if (words.facts.size() > MOST_FACTS) {
            throw new IllegalArgumentException("a track may mention at most 64 facts: " + track.id());
        }
        return words;
    }

    static Stream<Condition> conditions(Track t) {
        return Stream.of(
                        t.components().stream().map(c -> c.when()),
                        t.total().variants().stream().map(Total.Variant::when),
                        t.gates().stream().map(Gate::when),
                        t.minimums().stream().map(Minimum::when),
                        t.exemptions().stream().map(Exemption::when),
                        t.ranking().lists().stream().map(Ranking.SeparateList::when))
                .flatMap(s -> s);
    }

    private static List<String> distinct(String first, Stream<String> rest) {
        return Stream.concat(Stream.of(first), rest).distinct().toList();
    }

    private void number(String fact) {
        facts.putIfAbsent(fact, facts.size());
    }

    List<String> kinds() {
        return kinds;
    }

    List<String> categories() {
        return categories;
    }

    /** Index of the kind; 0, "none of those the rules mention", for any other. */
    int kind(String id) {
        return Math.max(0, kinds.indexOf(id));
    }

    int category(String id) {
        return Math.max(0, categories.indexOf(id));
    }

    /** Bit of the fact, 0 when no rule of the track asks for it. */
    long bit(String fact) {
        Integer n = facts.get(fact);
        return n == null ? 0 : 1L << n;
    }

    long mask(Collection<String> names) {
        long mask = 0;
        for (String name : names) {
            mask |= bit(name);
        }
        return mask;
    }

    List<String> names(long mask) {
        List<String> names = new ArrayList<>();
        facts.forEach((name, n) -> {
            if ((mask >>> n & 1) != 0) {
                names.add(name);
            }
        });
        return names;
    }
}
