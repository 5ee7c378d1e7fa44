package org.zhikao.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhikao.admissions.plan.PlanUnit;
import org.zhikao.admissions.scoring.Mark;
import org.zhikao.admissions.season.rules.SeasonRules;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.admissions.whatif.PastSeason;
import org.zhikao.admissions.whatif.WhatIf;
import org.zhikao.admissions.whatif.WhatIfReport;
import org.zhikao.formats.season.SeasonRulesReader;
import org.zhikao.web.access.SignedIn;

/** A trial over a few hundred made-up people, so that every part of its page has something to show. */
public final class PlayedTrial implements WhatIfWork {
    private static final int PEOPLE = 300;

    public final List<String> drafts = new ArrayList<>();

    @Override
    public String start(SeasonId past, String draft, Act act) {
        drafts.add(draft);
        return "j-1";
    }

    @Override
    public Optional<WhatIfReport> report(String job, SignedIn reader) {
        return job.equals("j-1") ? Optional.of(played()) : Optional.empty();
    }

    private static WhatIfReport played() {
        try {
            String text = Files.readString(Path.of("../../seeds/provinces/shandong.assumed.yaml"));
            SeasonRules held = SeasonRulesReader.require(text.getBytes(StandardCharsets.UTF_8));
            SeasonRules draft =
                    SeasonRulesReader.require(text.replace("of: culture, atLeast: 120", "of: culture, atLeast: 160")
                            .getBytes(StandardCharsets.UTF_8));
            return WhatIf.compare(past(held), held, draft);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static PastSeason past(SeasonRules held) {
        PastSeason past = new PastSeason();
        String category = held.categories().get(0).id();
        past.declared(new PlanUnit("u1", "数控技术", "DIPLOMA", "spring", category, List.of(), 40));
        past.declared(new PlanUnit("u2", "机电一体化", "DIPLOMA", "spring", category, List.of(), 60));
        for (int n = 0; n < PEOPLE; n++) {
            int i = past.add("spring", category, "SECONDARY_VOCATIONAL", "99/9901/99010" + n % 4 + "/s" + n % 9);
            past.confirmed(i, true);
            past.arranged(i, "t" + n);
            int ability = (n * 37 + 11) % 100;
            for (String component : List.of("chinese", "math", "english", "theory", "skill")) {
                past.mark(i, component, Mark.of(held.units(java.math.BigDecimal.valueOf(20 + ability * 6 / 10))));
            }
            past.mark(i, "skill", Mark.of(held.units(java.math.BigDecimal.valueOf(110 + ability))));
            past.saved(i, n % 2 == 0 ? List.of("u1", "u2") : List.of("u2", "u1"));
            past.locked(i);
        }
        return past;
    }
}
