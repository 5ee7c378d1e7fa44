package org.zhikao.server.season;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.zhikao.admissions.season.Rulebook;
import org.zhikao.formats.season.LocatedFinding;
import org.zhikao.formats.season.SeasonReading;
import org.zhikao.formats.season.SeasonRulesReader;

/** Rules read by {@code formats}: what blocks their publication, and their digest. */
public final class ReadRulebook implements Rulebook {
    @Override
    public List<String> findings(String rules) {
        return reading(rules).findings().stream()
                .map(LocatedFinding::finding)
                .filter(finding -> finding.blocks())
                .map(finding -> finding.code() + " " + finding.path() + " " + finding.message())
                .toList();
    }

    @Override
    public String digest(String rules) {
        return reading(rules).digest();
    }

    private static SeasonReading reading(String rules) {
        return SeasonRulesReader.read(rules.getBytes(StandardCharsets.UTF_8));
    }
}
