package org.zhikao.workflows.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.Event;
import org.zhikao.workflows.Contracts;

/** Facts that come before anybody waits for them are kept and taken in their turn: every order leads to the same place. */
class OrderingFactsTest {
    private final Workshop shop = Workshop.get();
    private long index = 5_000_000_000L;

    @Test
    void allOrdersOfFiveFactsEndAtTheSamePlaceInOneBatchAndInFive() {
        List<CandidateId> candidates = new ArrayList<>();
        List<Mover.Fact> together = new ArrayList<>();
        List<List<Mover.Fact>> apart = new ArrayList<>(
                List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
        int number = 0;
        for (List<Integer> order : permutations(5)) {
            CandidateId inOne = Facts.candidate("orderone", number);
            CandidateId inFive = Facts.candidate("orderfive", number++);
            candidates.add(inOne);
            candidates.add(inFive);
            List<Event> one = facts(inOne);
            List<Event> five = facts(inFive);
            for (int i = 0; i < 5; i++) {
                together.add(fact(one.get(order.get(i))));
                apart.get(i).add(fact(five.get(order.get(i))));
            }
        }
        apply(together);
        apart.forEach(this::apply);
        Map<String, Long> places = candidates.stream().collect(Collectors.groupingBy(shop::at, Collectors.counting()));
        assertThat(places).isEqualTo(Map.of("receive_placement", 240L));
        assertThat(candidates)
                .allSatisfy(c -> assertThat(shop.pending(c.value())).isEmpty());
        assertThat(shop.jdbc.queryForList(
                        "select distinct path_bits::text from workflow_position where case_id like 'corder%'",
                        String.class))
                .hasSize(1);
    }

    @Test
    void aBatchThatIsReplayedChangesNothingButWhatItKeepsBack() {
        CandidateId candidate = Facts.candidate("again", 1);
        List<Mover.Fact> batch = facts(candidate).stream().map(this::fact).toList();
        apply(batch);
        apply(List.of(batch.get(0)));
        assertThat(shop.at(candidate)).isEqualTo("receive_placement");
        assertThat(shop.instances(candidate.value())).isOne();
    }

    @Test
    void aFactNobodyEverWaitsForStaysVisible() {
        CandidateId candidate = Facts.candidate("early", 1);
        Facts f = Facts.of(candidate);
        shop.move(f.submitted(), f.placed(1));
        assertThat(shop.at(candidate)).isEqualTo("receive_eligibility");
        assertThat(shop.pending(candidate.value())).containsExactly("placement.decided");
    }

    private static List<Event> facts(CandidateId candidate) {
        Facts f = Facts.of(candidate);
        return List.of(f.submitted(), f.confirmed(), f.arranged(), f.released(true), f.locked(1));
    }

    private Mover.Fact fact(Event event) {
        return new Mover.Fact(index++, shop.bean(Contracts.class).moves(event));
    }

    private void apply(List<Mover.Fact> batch) {
        shop.transaction.executeWithoutResult(status -> shop.bean(Mover.class).apply(batch));
    }

    private static List<List<Integer>> permutations(int n) {
        if (n == 0) {
            return List.of(List.of());
        }
        List<List<Integer>> all = new ArrayList<>();
        for (List<Integer> shorter : permutations(n - 1)) {
            for (int at = 0; at < n; at++) {
                List<Integer> longer = new ArrayList<>(shorter);
                longer.add(at, n - 1);
                all.add(longer);
            }
        }
        return all;
    }
}
