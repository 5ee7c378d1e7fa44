package org.zhikao.admissions.scoring.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.season.rules.Attendance;
import org.zhikao.admissions.season.rules.Component;
import org.zhikao.admissions.season.rules.Exemption;
import org.zhikao.admissions.season.rules.Fraction;
import org.zhikao.admissions.season.rules.Gate;
import org.zhikao.admissions.season.rules.Minimum;
import org.zhikao.admissions.season.rules.Ranking;
import org.zhikao.admissions.season.rules.Reason;
import org.zhikao.admissions.season.rules.Rounding;
import org.zhikao.admissions.season.rules.SeasonRules;
import org.zhikao.admissions.season.rules.Track;

/** One track's rules turned into index tables, so that a candidate is scored without looking anything up by name. */
final class Program {
    final SeasonRules rules;
    final Track track;
    final Vocabulary words;
    final int categoryCount;
    final int components;
    final int columns;
    final int[] firstColumn;
    /** Places a component has for marks: its sittings in each year whose marks are still valid. */
    final int[] sittings;

    /** Sittings a year. */
    final int[] sittingsAYear;

    final Component.Sittings.Take[] take;
    final Applies[] applies;
    final boolean[] required;
    final Counting[] counting;
    /** Sources of derived components; empty for entered ones. */
    final int[][] derivedFrom;

    final boolean[] derivedBest;
    /** Derived components in an order in which every source comes first. */
    final int[] derivedOrder;
    /** Counted maximum in units, -1 = not published. */
    final long[] countedMax;

    final TotalRule total;
    final int parts;
    /** Components of each part. */
    final int[][] partOf;

    final GateRule[] gates;
    final LineRule[] lines;
    final List<String> levels;
    final ExemptionRule[] exemptions;
    final KeyRule[] keys;
    /** Index of the position key in {@link #keys}, -1 = none. */
    final int positionKey;

    final List<String> lists;
    final Applies[] separateLists;

    /** Whether a candidate without facts and with every mark can be scored by adding up, as nearly all are. */
    final boolean plain;

    Program(SeasonRules rules, Track track, Map<String, BigDecimal> drawnLines) {
        this.rules = rules;
        this.track = track;
        words = Vocabulary.of(rules, track);
        categoryCount = words.categories().size();
        List<Component> all = track.components();
        components = all.size();
        firstColumn = new int[components];
        sittings = new int[components];
        sittingsAYear = new int[components];
        take = new Component.Sittings.Take[components];
        applies = new Applies[components];
        required = new boolean[components];
        counting = new Counting[components];
        countedMax = new long[components];
        derivedFrom = new int[components][];
        derivedBest = new boolean[components];
        int column = 0;
        for (int c = 0; c < components; c++) {
            Component component = all.get(c);
            firstColumn[c] = column;
            sittingsAYear[c] = component.sittings().count();
            sittings[c] = sittingsAYear[c] * yearsValid(component);
            column += sittings[c];
            take[c] = component.sittings().take();
            applies[c] = Applies.compile(component.when(), words);
            required[c] = !component.optional();
            counting[c] = Counting.of(component, rules);
            Component.Derived derived = component.derived();
            derivedFrom[c] = derived == null ? new int[0] : indices(derived.of());
            derivedBest[c] = derived != null && derived.op() == Component.Derived.Op.BEST;
            BigDecimal max = component.countedMax();
            countedMax[c] = max == null ? -1 : rules.units(max);
        }
        columns = column;
        derivedOrder = derivedOrder();
        total = TotalRule.of(this);
        parts = track.parts().size();
        partOf = track.parts().stream()
                .map(p -> p.components().stream().mapToInt(this::index).toArray())
                .toArray(int[][]::new);
        gates = track.gates().stream().map(this::gate).toArray(GateRule[]::new);
        levels = track.minimums().stream()
                .flatMap(m -> java.util.stream.Stream.ofNullable(m.level()))
                .distinct()
                .toList();
        lines = track.minimums().stream().map(m -> line(m, drawnLines)).toArray(LineRule[]::new);
        exemptions = track.exemptions().stream().map(this::exemption).toArray(ExemptionRule[]::new);
        keys = keys(track.ranking());
        int position = -1;
        for (int k = 0; k < keys.length; k++) {
            position = keys[k].by == Ranking.By.PREFERENCE_POSITION ? k : position;
        }
        positionKey = position;
        plain = plain();
        lists = lists();
        separateLists = track.ranking().lists().stream()
                .map(l -> Applies.compile(l.when(), words))
                .toArray(Applies[]::new);
    }

    private boolean plain() {
        boolean entered = true;
        for (int c = 0; c < components; c++) {
            entered &= sittings[c] == 1 && counting[c].how == Counting.How.AS_ENTERED && derivedFrom[c].length == 0;
        }
        // Without facts no such exemption can hold, whatever the candidate's kind.
        boolean byEvidence = track.exemptions().stream()
                .allMatch(e -> !e.steps().isEmpty()
                        || !e.when().any().isEmpty()
                        || !e.when().all().isEmpty());
        return entered
                && byEvidence
                && track.gates().isEmpty()
                && track.attendance().zeroBars() == Attendance.ZeroBars.NOTHING;
    }

    int index(String componentId) {
        for (int c = 0; c < track.components().size(); c++) {
            if (track.components().get(c).id().equals(componentId)) {
                return c;
            }
        }
        throw new IllegalArgumentException("no component " + componentId + " in track " + track.id());
    }

    int column(int component, int sitting) {
        if (sitting < 0 || sitting >= sittings[component]) {
            throw new IllegalArgumentException("no sitting " + (sitting + 1) + " of component "
                    + track.components().get(component).id());
        }
        return firstColumn[component] + sitting;
    }

    /** A mark without stated validity is one of this season. */
    private static int yearsValid(Component component) {
        return component.validYears() == null ? 1 : component.validYears();
    }

    /** Where the mark of a sitting is kept, the newest year first; -1 for a year whose marks no longer count. */
    int sitting(int component, int year, int number) {
        int age = rules.year() - year;
        int years = sittings[component] / sittingsAYear[component];
        return age < 0 || age >= years ? -1 : age * sittingsAYear[component] + number - 1;
    }

    /** The k-th sitting in the order of time. */
    int chronological(int component, int k) {
        int count = sittingsAYear[component];
        return (sittings[component] / count - 1 - k / count) * count + k % count;
    }

    /** How a sitting is written in mark files and on sheets: its number, before this season with the year. */
    String sittingName(int component, int sitting) {
        int number = sitting % sittingsAYear[component] + 1;
        int age = sitting / sittingsAYear[component];
        return age == 0 ? String.valueOf(number) : rules.year() - age + "/" + number;
    }

    long gradeIndex(int component, String grade) {
        int index = counting[component].grades.indexOf(grade);
        if (index < 0) {
            throw new IllegalArgumentException("no grade " + grade + " of component "
                    + track.components().get(component).id());
        }
        return index;
    }

    private int partIndex(String id) {
        for (int p = 0; p < track.parts().size(); p++) {
            if (track.parts().get(p).id().equals(id)) {
                return p;
            }
        }
        throw new IllegalArgumentException("no part " + id + " in track " + track.id());
    }

    private int[] indices(List<String> ids) {
        return ids.stream().mapToInt(this::index).toArray();
    }

    private int[] derivedOrder() {
        List<Integer> order = new ArrayList<>();
        for (int c = 0; c < components; c++) {
            place(c, order, 0);
        }
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    private void place(int c, List<Integer> order, int depth) {
        if (depth > components) {
            throw new IllegalArgumentException("components are derived from one another in a circle: " + track.id());
        }
        if (derivedFrom[c].length == 0 || order.contains(c)) {
            return;
        }
        for (int source : derivedFrom[c]) {
            place(source, order, depth + 1);
        }
        order.add(c);
    }

    /** Which list the candidate is ranked in. */
    int listOf(int kind, int category, int profile, long facts) {
        for (int l = 0; l < separateLists.length; l++) {
            if (separateLists[l].to(profile, facts)) {
                return l;
            }
        }
        return separateLists.length
                + switch (track.ranking().listBy()) {
                    case TRACK -> 0;
                    case CATEGORY -> category;
                    case KIND -> kind;
                };
    }

    private List<String> lists() {
        List<String> names = new ArrayList<>();
        track.ranking().lists().forEach(l -> names.add(l.id()));
        switch (track.ranking().listBy()) {
            case TRACK -> names.add(ScoreEngine.GENERAL_LIST);
            case CATEGORY -> names.addAll(named(words.categories()));
            case KIND -> names.addAll(named(words.kinds()));
        }
        return List.copyOf(names);
    }

    private static List<String> named(List<String> ids) {
        return ids.stream()
                .map(id -> id.isEmpty() ? ScoreEngine.GENERAL_LIST : id)
                .toList();
    }

    private GateRule gate(Gate g) {
        int component = g.component() == null ? -1 : index(g.component());
        return new GateRule(
                Applies.compile(g.when(), words),
                g.fact() == null ? 0 : words.bit(g.fact()),
                component,
                g.atLeast() == null ? Long.MIN_VALUE : rules.units(g.atLeast()),
                grades(component, g.grades()),
                grades(component, g.barredGrades()),
                indices(g.opens()),
                g.reason().bit());
    }

    private long grades(int component, List<String> names) {
        long mask = 0;
        for (String name : names) {
            mask |= 1L << gradeIndex(component, name);
        }
        return mask;
    }

    private LineRule line(Minimum m, Map<String, BigDecimal> drawn) {
        BigDecimal value = drawn.getOrDefault(m.id(), m.atLeast());
        long atLeast = value != null
                ? rules.units(value)
                : m.drawn() == Minimum.DrawnWhen.AFTER_MARKING ? LineRule.NOT_DRAWN : LineRule.UNKNOWN;
        int of = -1;
        if (m.of() != null) {
            of = m.on() == Minimum.On.PART ? partIndex(m.of()) : index(m.of());
        }
        int level = m.level() == null ? -1 : levels.indexOf(m.level());
        return new LineRule(
                Applies.compile(m.when(), words),
                m.on(),
                of,
                atLeast,
                level,
                reason(m).bit());
    }

    /** The stated reason code, else the one that names what was compared. */
    private Reason reason(Minimum m) {
        if (m.reason() != null) {
            return m.reason();
        }
        if (m.of() == null) {
            return Reason.BELOW_LINE;
        }
        List<Component> compared = track.componentsOf(m.of()).toList();
        if (compared.stream().allMatch(c -> c.kind().isCulture())) {
            return Reason.BELOW_CULTURE_LINE;
        }
        return compared.stream().allMatch(c -> c.kind().isSkill()) ? Reason.BELOW_SKILL_LINE : Reason.BELOW_LINE;
    }

    private ExemptionRule exemption(Exemption e) {
        long steps = 0;
        for (Exemption.Step s : e.steps()) {
            steps |= words.bit("step:" + e.id() + "/" + s);
        }
        List<Map.Entry<String, @Nullable BigDecimal>> table = e.assigned().entrySet().stream()
                .filter(x -> x.getValue() != null)
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .toList();
        long[] prizes =
                table.stream().mapToLong(x -> words.bit("prize:" + x.getKey())).toArray();
        long[] assigned =
                table.stream().mapToLong(x -> rules.units(x.getValue())).toArray();
        int part = e.part() == null ? -1 : partIndex(e.part());
        return new ExemptionRule(
                e, Applies.compile(e.when(), words), steps, indices(e.components()), prizes, assigned, part, rules);
    }

    /** Bits of all review steps of the exemptions that rest on the ground; 0 for a ground of no exemption of this track. */
    /** The facts that an approved claim on the ground puts on record. */
    long recorded(String ground) {
        long facts = 0;
        for (Exemption exemption : track.exemptions()) {
            if (exemption.restsOn(ground)) {
                facts |= words.mask(exemption.onRecord(ground));
            }
        }
        return facts;
    }

    private KeyRule[] keys(Ranking ranking) {
        List<Ranking.TieKey> chain = ranking.ties() == null ? List.of() : ranking.ties();
        return chain.stream()
                .map(t -> new KeyRule(
                        t.by(),
                        switch (t.by()) {
                            case COMPONENT, SUM, MAX -> indices(t.of());
                            case PART ->
                                t.of().stream().mapToInt(this::partIndex).toArray();
                            default -> new int[0];
                        },
                        t.by() == Ranking.By.FLAG
                                ? words.mask(
                                        t.of().stream().map(f -> "flag:" + f).toList())
                                : 0,
                        t.order() == Ranking.Order.ASC))
                .toArray(KeyRule[]::new);
    }

    /** Rounds {@code numerator/denominator} units to the step. */
    static long rounded(long numerator, long denominator, long stepUnits, Rounding.@Nullable Mode mode) {
        long unit = Math.multiplyExact(denominator, stepUnits);
        long floor = Math.floorDiv(numerator, unit);
        long rest = numerator - floor * unit;
        if (rest == 0) {
            return floor * stepUnits;
        }
        if (mode == null) {
            throw new ArithmeticException("a result falls between two steps and no rounding is stated");
        }
        boolean up = switch (mode) {
            case HALF_UP -> 2 * rest >= unit;
            case DOWN -> false;
            case UP -> true;
        };
        return (up ? floor + 1 : floor) * stepUnits;
    }

    static Fraction weightOf(Track track, String component) {
        return track.total().terms().stream()
                .filter(t -> t.component().equals(component))
                .map(t -> t.weight())
                .findFirst()
                .orElse(Fraction.ZERO);
    }
}
