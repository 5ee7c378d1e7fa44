package org.zhikao.web;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.admissions.whatif.Effects.Side;
import org.zhikao.formats.season.SeasonRulesReader;
import org.zhikao.views.season.AmendmentQueries;
import org.zhikao.views.season.AmendmentQueries.AmendmentRow;

/** One change of frozen rules at each step: 1 published, 2 carried, 3 proposed and not computed yet. */
public final class PlayedAmendments implements AmendmentWork {
    private static final Side WAS = new Side("599", true, 37, "spring/01", "u0001-01");
    private static final Side IS = new Side("599", false, 0, "spring/01", null);

    static AmendmentQueries queries() {
        AmendmentQueries queries = mock(AmendmentQueries.class);
        List<AmendmentRow> rows = List.of(row(3, null, 0), row(2, true, 0), row(1, true, 1));
        when(queries.of(any())).thenReturn(rows);
        rows.forEach(row -> when(queries.find(any(), eq(row.amendment()))).thenReturn(Optional.of(row)));
        when(queries.rules(any(), org.mockito.ArgumentMatchers.anyInt()))
                .thenReturn(SeasonRulesReader.read(Played.rulesBytes()).canonical());
        return queries;
    }

    private static AmendmentRow row(int number, Boolean carried, int rules) {
        return new AmendmentRow(
                number,
                "9f2c4d1e".repeat(8),
                "控制线误植",
                new ActorId("a-demo-office"),
                Played.AT,
                carried == null ? List.of() : List.of("周明", "吴清"),
                carried == null ? List.of() : List.of("郑和平"),
                carried,
                carried == null ? List.of() : List.of("a-demo-office2", "a-demo-office3"),
                rules,
                rules > 0 ? "公告：文化控制线由 120 分改为 110 分。" : null,
                rules > 0 ? 128 : 0,
                rules > 0 ? Played.AT : null);
    }

    @Override
    public String compute(SeasonId season, int amendment, String rules, Act act) {
        return "j-1";
    }

    @Override
    public Optional<Computed> computed(SeasonId season, int amendment) {
        return amendment == 3 ? Optional.empty() : Optional.of(new Computed(1, "e".repeat(64), Played.AT));
    }

    @Override
    public List<Affected> affected(SeasonId season, int amendment, String after, int most) {
        return amendment == 3 ? List.of() : List.of(new Affected(Played.RELEASED, WAS, IS));
    }

    @Override
    public List<Own> of(SeasonId season, CandidateId candidate) {
        return candidate.equals(Played.RELEASED) ? List.of(new Own(1, WAS, IS)) : List.of();
    }
}
