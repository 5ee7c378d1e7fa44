package org.zhikao.seeds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhikao.admissions.plan.PlanUnit;
import org.zhikao.admissions.scoring.Mark;
import org.zhikao.seeds.FictionalCandidate.Review;

/** The plainest parallel filing (平行志愿), enough to see how full a drawn province gets. */
record Filing(int entitled, int placed, int round2, Map<String, Integer> left) {
    static Map<String, PlanUnit> units(Population population) {
        return population.plans().plans().stream()
                .flatMap(p -> p.units().stream())
                .collect(Collectors.toMap(PlanUnit::code, u -> u));
    }

    static boolean onTheLines(FictionalCandidate c) {
        Map<String, Mark> m = c.marks();
        return points(m, "chinese", "mathematics", "english") * 1_000 >= 320 * 450
                && points(m, "theory", "operation") * 1_000 >= 430 * 450;
    }

    private static long points(Map<String, Mark> marks, String... components) {
        long sum = 0;
        for (String component : components) {
            sum += marks.getOrDefault(component, Mark.of(0)).value();
        }
        return sum;
    }

    private static long total(FictionalCandidate c) {
        return c.marks().values().stream().mapToLong(Mark::value).sum();
    }

    static Filing of(Population population) {
        Map<String, Integer> left = new HashMap<>();
        units(population).values().forEach(u -> left.put(u.code(), u.quota()));
        List<FictionalCandidate> entitled = new ArrayList<>();
        population.stream().forEach(c -> {
            boolean free = c.exemption()
                    .filter(s -> s.approved() && s.unit() != null)
                    .map(ExemptionStory::unit)
                    .map(unit -> left.merge(unit, -1, Integer::sum))
                    .isPresent();
            if (!free && c.review() != Review.REJECTED && c.withdraws().isEmpty() && onTheLines(c)) {
                entitled.add(c);
            }
        });
        entitled.sort(Comparator.comparingLong(Filing::total).reversed().thenComparing(FictionalCandidate::id));
        Set<Integer> seated = round(1, entitled, population.plans().regular(), left);
        entitled.removeIf(c -> seated.contains(c.index()));
        Map<String, Integer> open = Map.copyOf(left);
        Set<Integer> later = round(2, entitled, population.plans().supplementary(open), left);
        return new Filing(entitled.size() + seated.size(), seated.size(), later.size(), open);
    }

    private static Set<Integer> round(
            int round, List<FictionalCandidate> entitled, UnitMenu menu, Map<String, Integer> left) {
        Set<Integer> seated = new HashSet<>();
        for (FictionalCandidate c : entitled) {
            if (c.joins(round)) {
                c.preferences(round, menu).stream()
                        .filter(unit -> left.getOrDefault(unit, 0) > 0)
                        .findFirst()
                        .ifPresent(unit -> {
                            left.merge(unit, -1, Integer::sum);
                            seated.add(c.index());
                        });
            }
        }
        return seated;
    }

    int openSeats() {
        return left.values().stream().mapToInt(seats -> Math.max(0, seats)).sum();
    }
}
