package org.zhikao.workflows.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.Event;

/** One fact among five hundred cannot be applied: its case is parked, all others go on, and later facts of it follow. */
class ParkingAPoisonFactTest {
    private final Workshop shop = Workshop.get();

    @Test
    void oneOfFiveHundredParksItsOwnCaseOnly() {
        List<CandidateId> candidates = new ArrayList<>();
        List<Event> first = new ArrayList<>();
        List<Event> second = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            CandidateId candidate = Facts.candidate("poison", i);
            candidates.add(candidate);
            Facts f = Facts.of(candidate);
            first.add(f.submitted());
            second.add(f.confirmed());
        }
        shop.record(first);
        shop.awaitIngress();
        CandidateId sick = candidates.get(250);
        // The row says there is a token, the engine has none: this fact can never be applied.
        shop.jdbc.update("delete from act_ru_execution where business_key_ = ?", sick.value());

        shop.record(second);
        shop.record(List.of(Facts.of(sick).arranged()));
        shop.awaitIngress();

        assertThat(candidates)
                .allSatisfy(c -> assertThat(shop.at(c))
                        .isEqualTo(c.equals(sick) ? "receive_eligibility" : "receive_arrangement"));
        assertThat(shop.jdbc.queryForList(
                        "select distinct sequenceidentifier from deadletterentry where processinggroup = 'ingress'",
                        String.class))
                .containsExactly(sick.value());
        assertThat(shop.jdbc.queryForObject("select count(*) from deadletterentry", Long.class))
                .isEqualTo(2);
        shop.jdbc.update("delete from deadletterentry");
        shop.jdbc.update("delete from workflow_position where case_id = ?", sick.value());
    }
}
