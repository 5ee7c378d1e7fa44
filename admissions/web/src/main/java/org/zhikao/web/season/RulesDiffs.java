package org.zhikao.web.season;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhikao.admissions.season.diff.RulesChange;
import org.zhikao.admissions.season.diff.RulesDiff;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.formats.season.SeasonRulesReader;
import org.zhikao.views.season.AmendmentQueries;
import org.zhikao.views.season.AmendmentQueries.AmendmentRow;
import org.zhikao.views.season.SeasonQueries;
import org.zhikao.views.season.SeasonQueries.RulesVersion;
import org.zhikao.views.season.SeasonQueries.SeasonRow;
import org.zhikao.web.shared.NotFound;

/** 方案差异 between stored versions. */
@Component
class RulesDiffs {
    private final SeasonQueries seasons;
    private final AmendmentQueries amendments;
    private final Guides guides;

    RulesDiffs(SeasonQueries seasons, AmendmentQueries amendments, Guides guides) {
        this.seasons = seasons;
        this.amendments = amendments;
        this.guides = guides;
    }

    /** What one version changes of another. */
    record Compared(SeasonId season, int from, int to, List<RulesChange> changes) {}

    /** Versions that do not exist read as nothing to be found. */
    Compared of(SeasonId season, int from, int to) {
        return new Compared(
                season,
                from,
                to,
                RulesDiff.of(
                        guides.version(season, from).rules(),
                        guides.version(season, to).rules()));
    }

    /** What the version that awaits approval changes of what holds: the published version, else the one before it. */
    @Nullable
    Compared awaiting(SeasonRow season) {
        Optional<RulesVersion> newest = seasons.versions(season.id()).stream()
                .filter(v -> v.rules() == season.drafted() && v.approvedBy() == null)
                .findFirst();
        int against = season.published() > 0 ? season.published() : season.drafted() - 1;
        return newest.isEmpty() || against < 1 ? null : of(season.id(), against, season.drafted());
    }

    /** What a proposed change of frozen rules changes of what it was proposed against. */
    List<RulesChange> proposed(SeasonRow season, AmendmentRow row) {
        String text = amendments.rules(season.id(), row.amendment()).orElseThrow(NotFound::new);
        int against = row.rules() > 0 ? row.rules() - 1 : season.published();
        return RulesDiff.of(
                guides.version(season.id(), against).rules(),
                SeasonRulesReader.require(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The versions as asked for; 0 stands for the published or the one before, and for the newest. */
    Compared asked(int from, int to) {
        SeasonRow season = guides.newest().orElseThrow(NotFound::new);
        int newer = to == 0 ? season.drafted() : to;
        int older = from != 0
                ? from
                : season.published() > 0 && season.published() != newer ? season.published() : Math.max(1, newer - 1);
        return of(season.id(), older, newer);
    }
}
