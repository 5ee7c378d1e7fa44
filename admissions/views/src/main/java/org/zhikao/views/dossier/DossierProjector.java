package org.zhikao.views.dossier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.duty.DutyEvent.DutyDecided;
import org.zhikao.admissions.exemption.ExemptionEvent;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionClaimed;
import org.zhikao.admissions.exemption.ExemptionEvent.RefusalAppealed;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationResubmitted;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationSubmitted;
import org.zhikao.admissions.shared.CandidateEvent;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.views.Fact;
import org.zhikao.views.Projector;
import org.zhikao.views.duty.DutyRow;
import org.zhikao.views.exemption.ClaimCase;
import org.zhikao.views.exemption.ClaimFold;
import org.zhikao.views.exemption.ClaimStore;

/**
 * 考生档案投影, the mass path: a batch costs one read and one write of {@code candidate_view}, and the same of
 * {@code claim_view} only when the batch holds facts about claims.
 */
public final class DossierProjector implements Projector {
    @Override
    public boolean takes(Fact fact) {
        return fact.event() instanceof CandidateEvent;
    }

    @Override
    public void apply(JdbcTemplate jdbc, List<Fact> facts, boolean blank) {
        Map<CandidateId, List<Fact>> byCandidate = facts.stream()
                .collect(Collectors.groupingBy(
                        f -> ((CandidateEvent) f.event()).candidate(), LinkedHashMap::new, Collectors.toList()));
        Map<CandidateId, Candidate> rows = blank ? Map.of() : load(jdbc, byCandidate.keySet());
        Map<CandidateId, Map<Integer, ClaimCase>> claims = claims(jdbc, byCandidate, blank);
        List<Candidate> changed = new ArrayList<>(byCandidate.size());
        List<ClaimCase> changedClaims = new ArrayList<>();
        Map<SeasonId, List<DutyDecided>> duties = new HashMap<>();
        byCandidate.forEach((id, own) -> {
            Map<Integer, ClaimCase> ownClaims = claims.getOrDefault(id, Map.of());
            Candidate before = rows.get(id);
            Candidate row = fold(before, own, ownClaims);
            if (row != null) {
                long shown = before == null ? -1 : before.version();
                own.stream()
                        .filter(fact -> fact.sequence() > shown && fact.event() instanceof DutyDecided)
                        .forEach(fact -> duties.computeIfAbsent(row.season(), k -> new ArrayList<>())
                                .add((DutyDecided) fact.event()));
                changed.add(row);
                changedClaims.addAll(ownClaims.values());
            }
        });
        CandidateRow.TABLE.write(jdbc, changed);
        ClaimStore.write(jdbc, changedClaims);
        DutyRow.write(jdbc, duties);
    }

    private static Map<CandidateId, Candidate> load(JdbcTemplate jdbc, Set<CandidateId> candidates) {
        Map<CandidateId, Candidate> rows = new HashMap<>();
        String[] ids = candidates.stream().map(CandidateId::value).toArray(String[]::new);
        jdbc.query("select * from candidate_view where candidate = any(?)", CandidateRow::read, (Object) ids)
                .forEach(row -> rows.put(row.id(), row));
        return rows;
    }

    private static Map<CandidateId, Map<Integer, ClaimCase>> claims(
            JdbcTemplate jdbc, Map<CandidateId, List<Fact>> byCandidate, boolean blank) {
        Map<CandidateId, Map<Integer, ClaimCase>> claims = new HashMap<>();
        byCandidate.forEach((id, own) -> {
            if (own.stream().anyMatch(DossierProjector::touchesClaims)) {
                claims.put(id, new TreeMap<>());
            }
        });
        if (!blank && !claims.isEmpty()) {
            claims.putAll(ClaimStore.load(jdbc, List.copyOf(claims.keySet())));
        }
        return claims;
    }

    private static boolean touchesClaims(Fact fact) {
        return fact.event() instanceof ExemptionEvent || fact.event() instanceof ApplicationResubmitted;
    }

    /** Null when the row shows every fact already. */
    static @Nullable Candidate fold(@Nullable Candidate row, List<Fact> facts, Map<Integer, ClaimCase> claims) {
        CandidateFold fold = row == null ? null : new CandidateFold(row);
        boolean changed = false;
        for (Fact fact : facts) {
            if (fold == null) {
                if (!(fact.event() instanceof ApplicationSubmitted first)) {
                    throw new IllegalStateException(
                            "no application before fact " + fact.sequence() + " of " + fact.aggregate());
                }
                fold = new CandidateFold(first);
            }
            if (fold.apply(fact)) {
                changed = true;
                if (touchesClaims(fact)) {
                    claim(fold.row(), fact, claims);
                }
            }
        }
        return changed && fold != null ? fold.row() : null;
    }

    private static void claim(Candidate row, Fact fact, Map<Integer, ClaimCase> claims) {
        if (fact.event() instanceof ApplicationResubmitted e) {
            claims.replaceAll((number, claim) -> ClaimFold.moved(claim, e.track(), e.category()));
        } else if (fact.event() instanceof ExemptionClaimed e) {
            claims.put(e.claim(), ClaimFold.claimed(e, row.season(), row.track(), row.category(), row.point()));
        } else if (fact.event() instanceof RefusalAppealed e) {
            claims.put(e.claim(), ClaimFold.appealed(e, required(claims, e.refused(), e), fact));
        } else if (fact.event() instanceof ExemptionEvent e) {
            claims.put(e.claim(), ClaimFold.after(required(claims, e.claim(), e), e, fact));
        }
    }

    private static ClaimCase required(Map<Integer, ClaimCase> claims, int number, ExemptionEvent e) {
        ClaimCase claim = claims.get(number);
        if (claim == null) {
            throw new IllegalStateException("no claim " + number + " of " + e.candidate());
        }
        return claim;
    }
}
