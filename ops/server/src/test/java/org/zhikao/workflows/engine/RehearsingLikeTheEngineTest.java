package org.zhikao.workflows.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhikao.admissions.exemption.Stage.FIRST_REVIEW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.season.Phase;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.Event;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.workflows.Contracts;
import org.zhikao.workflows.rehearsal.RehearsedCases;
import org.zhikao.workflows.rehearsal.RehearsedCases.State;

/**
 * A rehearsal walks a model without the engine; both come to the same places, keep back the same facts and take the same flows,
 * for thousands of sequences in order, out of order and senseless, in batches of any size.
 */
class RehearsingLikeTheEngineTest {
    private static final String SHIPPED = "bpmn/application.bpmn";
    private static final Path WITH_CHECK =
            Path.of("../../workflows/src/test/resources/rehearsal/application-with-check.bpmn");

    private final Workshop shop = Workshop.get();

    @Test
    void onTheShippedModelsOfACandidate() {
        List<Event> facts = interleaved("rla", 3_000, new Random(11), RehearsingLikeTheEngineTest::way);
        move(facts, new Random(12));
        compare("application", Definitions.resource(SHIPPED), facts, "crla", 2_500);
        compare("exemption-review", Definitions.resource("bpmn/exemption-review.bpmn"), facts, "crla", 1_000);
    }

    @Test
    void onAModelWithOneMoreDuty() throws IOException {
        byte[] draft = Files.readAllBytes(WITH_CHECK);
        deploy(draft);
        try {
            List<Event> facts = interleaved("rlb", 2_000, new Random(21), RehearsingLikeTheEngineTest::way);
            move(facts, new Random(22));
            compare("application", draft, facts, "crlb", 1_600);
            assertThat(shop.jdbc.queryForObject(
                            "select count(*) from workflow_position where case_id like 'crlb%'"
                                    + " and 'user_check' = any(activity_ids)",
                            Long.class))
                    .isGreaterThan(100);
        } finally {
            deploy(Definitions.resource(SHIPPED));
        }
    }

    @Test
    void onTheModelOfASeason() {
        Random random = new Random(31);
        List<Event> facts = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            facts.addAll(disturbed(season(new SeasonId("s-rlc-" + (3000 + i))), random));
        }
        move(facts, random);
        compare("season", Definitions.resource("bpmn/season.bpmn"), facts, "s-rlc-", 300);
    }

    private void deploy(byte[] application) {
        shop.bean(Definitions.class).deploy(Map.of(SHIPPED, application), Set.of(Definitions.sha256(application)));
    }

    private void move(List<Event> facts, Random random) {
        for (int from = 0; from < facts.size(); ) {
            int to = Math.min(facts.size(), from + 1 + random.nextInt(500));
            shop.move(facts.subList(from, to));
            from = to;
        }
    }

    private void compare(String process, byte[] model, List<Event> facts, String prefix, int least) {
        RehearsedCases rehearsal = new RehearsedCases(shop.bean(Contracts.class), model);
        facts.forEach(rehearsal::take);
        Map<String, State> live = live(process, prefix);
        assertThat(live).hasSizeGreaterThan(least);
        assertThat(rehearsal.started()).isEqualTo(live);
    }

    private Map<String, State> live(String process, String prefix) {
        Map<String, List<String>> pending = new TreeMap<>();
        shop.jdbc.query(
                "select case_id, name from workflow_pending where process_key = ? and case_id like ? || '%'"
                        + " order by case_id, global_index",
                row -> {
                    pending.computeIfAbsent(row.getString(1), k -> new ArrayList<>())
                            .add(row.getString(2));
                },
                process,
                prefix);
        Map<String, State> live = new TreeMap<>();
        shop.jdbc.query(
                "select case_id, array_to_string(activity_ids, ','), path_bits::text, definition_id"
                        + " from workflow_position where process_key = ? and case_id like ? || '%'",
                row -> {
                    List<String> flows = shop.bean(Definitions.class).flows(row.getString(4));
                    Set<String> taken = new TreeSet<>();
                    for (int i = 0; i < flows.size(); i++) {
                        if (row.getString(3).charAt(i) == '1') {
                            taken.add(flows.get(i));
                        }
                    }
                    String places = row.getString(2);
                    live.put(
                            row.getString(1),
                            new State(
                                    places.isEmpty() ? List.of() : Arrays.asList(places.split(",", -1)),
                                    pending.getOrDefault(row.getString(1), List.of()),
                                    taken));
                },
                process,
                prefix);
        return live;
    }

    // ---- facts

    /** The ways of many candidates, mixed as they would come; each candidate's own facts keep their order. */
    private static List<Event> interleaved(
            String name, int candidates, Random random, Function<Facts, List<Event>> ways) {
        List<List<Event>> open = new ArrayList<>();
        for (int i = 0; i < candidates; i++) {
            CandidateId candidate = Facts.candidate(name, i);
            WAY.set(random);
            open.add(new ArrayList<>(disturbed(ways.apply(Facts.of(candidate)), random)));
        }
        WAY.remove();
        open.removeIf(List::isEmpty);
        List<Event> all = new ArrayList<>();
        while (!open.isEmpty()) {
            int at = random.nextInt(open.size());
            List<Event> facts = open.get(at);
            all.add(facts.remove(0));
            if (facts.isEmpty()) {
                Collections.swap(open, at, open.size() - 1);
                open.remove(open.size() - 1);
            }
        }
        return all;
    }

    private static final ThreadLocal<Random> WAY = new ThreadLocal<>();

    /** A third as it is, a third with two facts exchanged or one doubled, a third in any order. */
    private static List<Event> disturbed(List<Event> facts, Random random) {
        List<Event> changed = new ArrayList<>(facts);
        switch (random.nextInt(3)) {
            case 0 -> {
                // as it is
            }
            case 1 -> {
                Collections.swap(changed, random.nextInt(changed.size()), random.nextInt(changed.size()));
                changed.add(random.nextInt(changed.size() + 1), changed.get(random.nextInt(changed.size())));
            }
            default -> Collections.shuffle(changed, random);
        }
        return changed;
    }

    private static List<Event> way(Facts f) {
        Random r = WAY.get();
        List<Event> way = new ArrayList<>();
        way.add(f.submitted());
        if (r.nextInt(4) == 0) {
            way.add(f.returned());
            way.add(f.resubmitted());
        }
        way.add(r.nextInt(8) == 0 ? f.rejected() : f.confirmed());
        if (r.nextInt(2) == 0) {
            way.add(r.nextInt(8) == 0 ? f.rejected() : f.confirmed());
        }
        boolean free = false;
        if (r.nextInt(2) == 0) {
            way.add(f.claimed(1));
            if (r.nextInt(2) == 0) {
                way.add(f.evidence(1));
            }
            way.add(f.assigned(1, FIRST_REVIEW));
            if (r.nextInt(3) == 0) {
                way.add(f.evidenceRequested(1));
                way.add(f.evidence(1));
                way.add(f.assigned(1, FIRST_REVIEW));
            }
            way.add(r.nextInt(6) == 0 ? f.handedBack(1) : f.opinion(1, FIRST_REVIEW));
            switch (r.nextInt(4)) {
                case 0 -> way.add(f.refused(1));
                case 1 -> way.add(f.claimWithdrawn(1));
                default -> {
                    if (r.nextInt(3) == 0) {
                        way.add(f.noticePosted(1));
                        way.add(f.objection(1));
                        way.add(f.objectionDecided(1));
                        way.add(f.noticeClosed(1));
                    }
                    free = r.nextInt(2) == 0;
                    way.add(r.nextInt(4) == 0 ? f.refused(1) : f.approved(1, free));
                }
            }
        }
        if (r.nextInt(12) == 0) {
            way.add(f.withdrawn());
        }
        if (!free || r.nextInt(5) == 0) {
            way.add(f.arranged());
            way.add(f.released(r.nextInt(6) > 0));
            way.add(r.nextInt(4) == 0 ? f.lapsed(1) : f.locked(1));
        }
        if (r.nextInt(3) == 0) {
            way.add(f.notPlaced(1, r.nextInt(2) == 0));
            way.add(r.nextInt(4) == 0 ? f.lapsed(2) : f.locked(2));
            way.add(r.nextInt(2) == 0 ? f.placed(2) : f.notPlaced(2, true));
        } else {
            way.add(f.placed(1));
        }
        if (r.nextInt(3) > 0) {
            way.add(r.nextInt(4) == 0 ? f.offerDeclined() : f.offerConfirmed());
        }
        return way.subList(0, 1 + r.nextInt(way.size()));
    }

    private static List<Event> season(SeasonId id) {
        Facts.Season s = new Facts.Season(id);
        return List.of(
                s.published(1),
                s.opened(Phase.REGISTRATION, 1),
                s.opened(Phase.EXEMPTION, 1),
                s.closed(Phase.REGISTRATION, 1),
                s.closed(Phase.EXEMPTION, 1),
                s.opened(Phase.EXAM, 1),
                s.closed(Phase.EXAM, 1),
                s.opened(Phase.SCORING, 1),
                s.closed(Phase.SCORING, 1),
                s.opened(Phase.PREFERENCE, 1),
                s.closed(Phase.PREFERENCE, 1),
                s.opened(Phase.PLACEMENT, 1),
                s.computed(1, 1),
                s.failed(1),
                s.computed(2, 1),
                s.verified(2),
                s.runPublished(2, 1),
                s.closed(Phase.PLACEMENT, 1),
                s.opened(Phase.CONFIRMATION, 1),
                s.closed(Phase.CONFIRMATION, 1),
                s.opened(Phase.PREFERENCE, 2),
                s.closed(Phase.PREFERENCE, 2),
                s.opened(Phase.PLACEMENT, 2),
                s.computed(3, 2),
                s.verified(3),
                s.runPublished(3, 2),
                s.closed(Phase.PLACEMENT, 2),
                s.opened(Phase.CONFIRMATION, 2),
                s.closed(Phase.CONFIRMATION, 2));
    }
}
