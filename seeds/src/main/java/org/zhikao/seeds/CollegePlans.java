package org.zhikao.seeds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhikao.admissions.plan.PlanUnit;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.seeds.SeasonShape.Category;
import org.zhikao.seeds.SeasonShape.Track;

/**
 * 招生计划 of all colleges: enough wanted seats for about three quarters of who is on the lines, and some that nobody wants at
 * first (冷门专业), so that a supplementary round (征集志愿) has seats and candidates.
 */
public final class CollegePlans {
    private static final int STREAM = 102;

    /** Expected share of all candidates who come to the regular round, per 1,000. */
    private static final int ENTITLED = 645;

    /** Wanted seats per 1,000 entitled candidates; lists of twenty miss a few of them. */
    private static final int WANTED = 800;

    /** Unwanted seats per 1,000 entitled candidates. */
    private static final int UNWANTED = 90;

    private static final int MOST_UNITS = 80;

    private final List<CollegePlan> plans;
    private final List<PlanUnit> ranked;
    private final UnitMenu regular;

    private CollegePlans(List<CollegePlan> plans, List<PlanUnit> ranked, UnitMenu regular) {
        this.plans = List.copyOf(plans);
        this.ranked = List.copyOf(ranked);
        this.regular = regular;
    }

    /** The plans of {@code organisations} for a season that {@code candidates} enter. */
    public static CollegePlans of(long seed, int candidates, SeasonShape shape, Organisations organisations) {
        return new Drawing(Dice.of(Dice.key(seed, shape.season().value()), STREAM), organisations)
                .all(candidates, shape);
    }

    /** One plan a college, by college; a college without a unit declares none. */
    public List<CollegePlan> plans() {
        return plans;
    }

    /** 常规志愿: what candidates consider in the regular round. */
    public UnitMenu regular() {
        return regular;
    }

    /**
     * 征集志愿: what candidates consider in a further round.
     *
     * @param left open seats by unit code; units without a seat are not offered
     */
    public UnitMenu supplementary(Map<String, Integer> left) {
        UnitMenu.Builder menu = new UnitMenu.Builder();
        for (PlanUnit unit : ranked) {
            int seats = left.getOrDefault(unit.code(), 0);
            if (seats > 0) {
                menu.add(unit.track(), unit.category(), unit.kinds(), unit.code(), Math.min(seats, 1_000));
            }
        }
        return menu.build();
    }

    /** How many of 12 pupils choose category number {@code index}: the first are the large ones. */
    static int categoryWeight(int index) {
        return Math.max(3, 12 - index);
    }

    /** The work of drawing, market by market; a market is one track and category. */
    private static final class Drawing {
        private static final String[] PROGRAMMES = {
            "%s技术", "智能%s技术", "现代%s技术", "%s应用技术", "数字%s技术", "%s与管理", "%s服务与运营", "绿色%s技术", "%s检测技术", "%s装备与工艺"
        };

        private final Dice dice;
        private final List<Organisation> colleges;
        private final int universities;
        private final Map<OrganisationId, List<PlanUnit>> byCollege = new TreeMap<>();
        private final List<PlanUnit> ranked = new ArrayList<>();
        private final UnitMenu.Builder menu = new UnitMenu.Builder();

        Drawing(Dice dice, Organisations organisations) {
            this.dice = dice;
            this.colleges = organisations.colleges();
            this.universities = organisations.cities().size();
        }

        CollegePlans all(int candidates, SeasonShape shape) {
            int tracks = shape.tracks().stream().mapToInt(Track::weight).sum();
            for (Track track : shape.tracks()) {
                Weights categories = Weights.of(track.categories().size(), CollegePlans::categoryWeight);
                for (int c = 0; c < categories.size(); c++) {
                    long entitled = (long) candidates
                            * ENTITLED
                            * track.weight()
                            * categories.weight(c)
                            / (1_000L * tracks * categories.total());
                    market(track, track.categories().get(c), (int) Math.max(4, entitled));
                }
            }
            Map<OrganisationId, String> names = new TreeMap<>();
            colleges.forEach(college -> names.put(college.id(), college.name()));
            List<CollegePlan> plans = new ArrayList<>();
            byCollege.forEach((id, units) -> plans.add(new CollegePlan(
                    id,
                    names.getOrDefault(id, ""),
                    units.stream().sorted(Comparator.comparing(PlanUnit::code)).toList())));
            return new CollegePlans(plans, ranked, menu.build());
        }

        private void market(Track track, Category category, int entitled) {
            int seats = Math.max(2, entitled * WANTED / 1_000);
            int units = Math.min(seats, Math.max(4, Math.min(MOST_UNITS, entitled / 4)));
            int spare = Math.max(1, entitled * UNWANTED / 1_000);
            int spareUnits = Math.min(spare, Math.max(1, units / 6));
            Organisation[] order = colleges.toArray(Organisation[]::new);
            dice.shuffle(order);
            int[] quotas = split(seats, units);
            for (int u = 0; u < units; u++) {
                PlanUnit unit = unit(track, category, order, u, level(track, u, units), quotas[u]);
                menu.add(track.code(), category.code(), unit.kinds(), unit.code(), wanted(u, units));
            }
            int[] spares = split(spare, spareUnits);
            int last = track.levels().size() - 1;
            for (int u = 0; u < spareUnits; u++) {
                unit(track, category, order, units + u, last, spares[u]);
            }
        }

        /** A tenth of the wanted units for every level above the last. */
        private static int level(Track track, int unit, int units) {
            return Math.min(unit * 10 / units, track.levels().size() - 1);
        }

        /** The first unit is wanted about four times as often as the last. */
        private static int wanted(int unit, int units) {
            return 12_000 / (12 + unit * 40 / units);
        }

        private int[] split(int seats, int units) {
            Weights shares = Weights.of(units, u -> 60 + dice.below(120));
            int[] quotas = new int[units];
            long sum = 0;
            int given = 0;
            for (int u = 0; u < units; u++) {
                sum += shares.weight(u);
                int upTo = (int) ((seats - units) * sum / shares.total());
                quotas[u] = 1 + upTo - given;
                given = upTo;
            }
            return quotas;
        }

        private PlanUnit unit(Track track, Category category, Organisation[] order, int number, int level, int quota) {
            // The first colleges of the tree are the vocational universities (职业本科), one a city.
            Organisation college = level < track.levels().size() - 1
                    ? colleges.get(number % universities)
                    : order[number % order.length];
            List<PlanUnit> own = byCollege.computeIfAbsent(college.id(), id -> new ArrayList<>());
            String code = college.id().value().substring(college.id().value().lastIndexOf('/') + 1) + "-"
                    + Organisations.digits(own.size() + 1, 3);
            long alike = own.stream()
                    .filter(u -> u.track().equals(track.code()) && u.category().equals(category.code()))
                    .count();
            String name = PROGRAMMES[(int) (alike % PROGRAMMES.length)].replace("%s", category.name())
                    + (alike < PROGRAMMES.length ? "" : "（" + (alike / PROGRAMMES.length + 1) + "）");
            PlanUnit unit = new PlanUnit(
                    code,
                    name,
                    track.levels().get(level),
                    track.code(),
                    category.code(),
                    SeasonShape.plannedFor(track),
                    quota);
            own.add(unit);
            ranked.add(unit);
            return unit;
        }
    }
}
