package org.zhikao.workflows.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhikao.admissions.exemption.Stage.FIRST_REVIEW;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.process.ProcessRebuild;
import org.zhikao.admissions.process.ProcessState;
import org.zhikao.admissions.process.RebuildUnderWay;
import org.zhikao.admissions.season.Phase;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.Event;
import org.zhikao.admissions.shared.SeasonId;

/** Tokens, positions, pending facts and worklist can be emptied and come back equal, row by row, from the facts alone. */
class RebuildingFromFactsTest {
    private static final List<String> ROWS = List.of(
            "select process_key, case_id, definition_id, activity_ids::text, path_bits::text, last_index, since,"
                    + " instance_id is null from workflow_position order by 1, 2",
            "select process_key, case_id, global_index, name, encode(payload, 'hex') from workflow_pending order by 1, 2, 3",
            "select process_key, case_id, duty, role, since, deadline, reminded from workflow_duty order by 1, 2, 3",
            "select coalesce(i.business_key_, ''), e.act_id_, e.is_active_, e.is_concurrent_, e.is_scope_,"
                    + " e.proc_def_id_ from act_ru_execution e join act_ru_execution i on i.id_ = e.proc_inst_id_"
                    + " order by 1, 2, 3, 4, 5",
            "select e.business_key_, t.task_def_key_ from act_ru_task t join act_ru_execution e on e.id_ ="
                    + " t.proc_inst_id_ order by 1, 2",
            "select e.business_key_, j.handler_cfg_, j.duedate_ from act_ru_job j join act_ru_execution e on e.id_ ="
                    + " j.process_instance_id_ order by 1, 2",
            "select event_name_, activity_id_ from act_ru_event_subscr order by 1");

    private final Workshop shop = Workshop.get();

    @Test
    void liveAndRebuiltAreEqualRowByRow() {
        // Positions that other tests made without facts would be gone afterwards.
        shop.jdbc.execute("truncate act_ru_execution cascade");
        shop.jdbc.execute("delete from act_ru_job where process_instance_id_ is not null");
        shop.jdbc.execute("truncate workflow_position, workflow_pending, workflow_duty");
        shop.bean(ProcessRebuild.class).rebuild(folded -> {});

        List<CandidateId> candidates = new ArrayList<>();
        SeasonId season = new SeasonId("s-rebuild-2026");
        Facts.Season s = new Facts.Season(season);
        shop.record(List.of(s.published(1), s.opened(Phase.REGISTRATION, 1), s.opened(Phase.EXEMPTION, 1)));
        for (int part = 0; part < 3; part++) {
            List<Event> facts = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                CandidateId candidate = Facts.candidate("rebuild", i);
                if (part == 0) {
                    candidates.add(candidate);
                }
                List<Event> way = way(candidate, i);
                int third = (way.size() + 2) / 3;
                facts.addAll(way.subList(Math.min(way.size(), part * third), Math.min(way.size(), (part + 1) * third)));
            }
            shop.record(facts);
            shop.awaitIngress();
        }
        // Two aggregates of one case: order is the event table's.
        shop.record(List.of(
                s.closed(Phase.REGISTRATION, 1),
                s.closed(Phase.EXEMPTION, 1),
                s.opened(Phase.EXAM, 1),
                s.closed(Phase.EXAM, 1),
                s.opened(Phase.SCORING, 1),
                s.closed(Phase.SCORING, 1),
                s.opened(Phase.PREFERENCE, 1),
                s.closed(Phase.PREFERENCE, 1),
                s.computed(1, 1),
                s.opened(Phase.PLACEMENT, 1),
                s.verified(1)));
        shop.awaitIngress();
        List<List<Map<String, Object>>> live = rows();
        assertThat(live.get(0)).hasSizeGreaterThan(200);
        assertThat(live.get(1)).isNotEmpty();
        assertThat(live.get(2)).isNotEmpty();

        ProcessRebuild.Report report = shop.bean(ProcessRebuild.class).rebuild(folded -> {});

        List<List<Map<String, Object>>> rebuilt = rows();
        for (int i = 0; i < ROWS.size(); i++) {
            assertThat(rebuilt.get(i)).as(ROWS.get(i)).isEqualTo(live.get(i));
        }
        assertThat(report.cases()).isGreaterThanOrEqualTo(201);
        assertThat(shop.at("season", season.value())).isEqualTo("receive_run_published");

        // Live facts move rebuilt tokens.
        CandidateId first = candidates.get(0);
        assertThat(shop.at(first)).isEqualTo("receive_placement");
        shop.record(List.of(Facts.of(first).placed(1)));
        shop.awaitIngress();
        assertThat(shop.at(first)).isEqualTo("receive_answer");
    }

    @Test
    void aHalfFoldedStateIsNeverServedNorMoved() {
        shop.jdbc.update("insert into workflow_rebuild default values");
        try {
            assertThat(shop.bean(ProcessRebuild.class).unfinished()).isTrue();
            assertThatThrownBy(() -> shop.bean(ProcessState.class).tokens()).isInstanceOf(RebuildUnderWay.class);
            Facts f = Facts.of(Facts.candidate("half", 1));
            assertThatThrownBy(() -> shop.move(f.submitted())).hasStackTraceContaining("RebuildUnderWay");
        } finally {
            shop.jdbc.update("delete from workflow_rebuild");
        }
    }

    private static List<Event> way(CandidateId candidate, int i) {
        Facts f = Facts.of(candidate);
        return switch (i % 9) {
            case 0 -> List.of(f.submitted(), f.confirmed(), f.arranged(), f.released(true), f.locked(1));
            case 1 ->
                List.of(
                        f.submitted(),
                        f.confirmed(),
                        f.claimed(1),
                        f.evidence(1),
                        f.assigned(1, FIRST_REVIEW),
                        f.opinion(1, FIRST_REVIEW));
            case 2 -> List.of(f.submitted(), f.rejected());
            case 3 ->
                List.of(
                        f.submitted(),
                        f.confirmed(),
                        f.claimed(1),
                        f.assigned(1, FIRST_REVIEW),
                        f.evidenceRequested(1),
                        f.withdrawn());
            // a fact for which nobody waits yet
            case 4 -> List.of(f.submitted(), f.confirmed(), f.locked(1));
            case 5 -> List.of(f.submitted(), f.confirmed(), f.claimed(1), f.approved(1, true), f.placed(1));
            case 6 ->
                List.of(
                        f.submitted(),
                        f.returned(),
                        f.resubmitted(),
                        f.confirmed(),
                        f.arranged(),
                        f.released(false),
                        f.notPlaced(1, true));
            // at a reviewer's duty to the end
            case 7 -> List.of(f.submitted(), f.confirmed(), f.claimed(1), f.assigned(1, FIRST_REVIEW));
            default ->
                List.of(
                        f.submitted(),
                        f.confirmed(),
                        f.claimed(1),
                        f.assigned(1, FIRST_REVIEW),
                        f.evidenceRequested(1));
        };
    }

    private List<List<Map<String, Object>>> rows() {
        List<List<Map<String, Object>>> rows = new ArrayList<>();
        ROWS.forEach(sql -> rows.add(shop.jdbc.queryForList(sql)));
        return rows;
    }
}
