package org.zhikao.workflows.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.Event;

/** Facts in the event table move tokens, batch by batch, in the transaction of the reader. */
class MovingTokensByFactsTest {
    private final Workshop shop = Workshop.get();

    @Test
    void startsAndMovesAThousandCasesThatFactsWereRecordedFor() {
        List<CandidateId> candidates = new ArrayList<>();
        List<Event> facts = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            CandidateId candidate = Facts.candidate("moving", i);
            candidates.add(candidate);
            Facts f = Facts.of(candidate);
            facts.addAll(List.of(f.submitted(), f.confirmed(), f.arranged(), f.released(true)));
        }
        shop.record(facts);
        shop.awaitIngress();
        assertThat(candidates).allSatisfy(c -> assertThat(shop.at(c)).isEqualTo("receive_preferences"));
        assertThat(shop.instances(candidates.get(0).value())).isOne();
    }
}
