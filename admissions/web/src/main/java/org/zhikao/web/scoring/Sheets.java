package org.zhikao.web.scoring;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.zhikao.admissions.exemption.Stage;
import org.zhikao.admissions.scoring.Mark;
import org.zhikao.admissions.scoring.engine.CalculationSheet;
import org.zhikao.admissions.scoring.engine.Cohort;
import org.zhikao.admissions.scoring.engine.MarkStatus;
import org.zhikao.admissions.scoring.engine.ScoreEngine;
import org.zhikao.views.dossier.Candidate;
import org.zhikao.views.exemption.ClaimQueries;
import org.zhikao.web.season.Guide;

/** 成绩计算单 of one candidate, by the very engine that scored everybody. */
@Component
class Sheets {
    private final ClaimQueries claims;
    private final Map<String, ScoreEngine> engines = new ConcurrentHashMap<>();

    Sheets(ClaimQueries claims) {
        this.claims = claims;
    }

    CalculationSheet of(Guide guide, Candidate candidate) {
        ScoreEngine engine = engines.computeIfAbsent(
                guide.season() + "/" + guide.version() + "/" + candidate.track(),
                key -> ScoreEngine.of(guide.rules(), candidate.track()));
        Cohort one = engine.cohort(1);
        one.candidate(0, candidate.kind(), candidate.category());
        candidate.marks().forEach((component, mark) -> enter(one, engine, component, mark));
        if (candidate.exemptions().made() > 0) {
            claims.of(candidate.id()).stream()
                    .filter(claim -> claim.stage() == Stage.APPROVED)
                    .forEach(claim -> one.approved(0, claim.ground()));
        }
        return engine.sheet(one, 0);
    }

    private static void enter(Cohort one, ScoreEngine engine, String component, Mark mark) {
        int index = engine.component(component);
        switch (mark.status()) {
            case MARKED -> one.mark(0, index, mark.value());
            case ABSENT -> one.status(0, index, 0, MarkStatus.ABSENT);
            case ZERO -> one.status(0, index, 0, MarkStatus.ZERO);
            case MISCONDUCT -> one.status(0, index, 0, MarkStatus.MISCONDUCT);
        }
    }
}
