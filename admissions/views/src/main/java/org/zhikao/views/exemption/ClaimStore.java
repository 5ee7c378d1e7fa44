package org.zhikao.views.exemption;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.shared.CandidateId;

/** 免试申请 rows, for whoever folds a candidate's facts. */
public final class ClaimStore {
    private ClaimStore() {}

    /** All claims of the candidates, by candidate and number. */
    public static Map<CandidateId, Map<Integer, ClaimCase>> load(
            JdbcTemplate jdbc, Collection<CandidateId> candidates) {
        Map<CandidateId, Map<Integer, ClaimCase>> found = new LinkedHashMap<>();
        String[] ids = candidates.stream().map(CandidateId::value).toArray(String[]::new);
        jdbc.query("select * from claim_view where candidate = any(?)", ClaimRow::read, (Object) ids)
                .forEach(claim -> found.computeIfAbsent(claim.candidate(), k -> new TreeMap<>())
                        .put(claim.claim(), claim));
        return found;
    }

    public static void write(JdbcTemplate jdbc, Collection<ClaimCase> claims) {
        ClaimRow.TABLE.write(jdbc, claims);
    }
}
