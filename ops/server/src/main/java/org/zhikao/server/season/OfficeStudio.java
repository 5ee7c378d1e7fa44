package org.zhikao.server.season;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.zhikao.admissions.process.ModelChange;
import org.zhikao.admissions.process.ModelLint;
import org.zhikao.admissions.process.ProcessStudio;
import org.zhikao.admissions.process.Rehearsed;
import org.zhikao.admissions.season.Seasons;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.formats.season.SeasonRulesReader;
import org.zhikao.server.play.Rehearsals;
import org.zhikao.workflows.ProcessContract;
import org.zhikao.workflows.lint.Drawing;
import org.zhikao.workflows.lint.Linter;
import org.zhikao.workflows.lint.ModelDiff;
import org.zhikao.workflows.release.ReleaseContracts;

/** 流程设计 for the pages: the check, the comparison and the rehearsal of {@code workflows}, people of {@code seeds}. */
public final class OfficeStudio implements ProcessStudio {
    /** One seed, so that two persons who rehearse the same draft see the same figures. */
    private static final long SEED = 7;

    private static final String RULES = "/provinces/shandong.assumed.yaml";

    private final ModelLint lint = Linter.ofThisRelease();
    private final SeasonFacts facts;

    public OfficeStudio(DataSource source, Seasons seasons, Clock clock) {
        this.facts = new SeasonFacts(source, seasons, clock);
    }

    @Override
    public List<ModelLint.Finding> findings(String process, String bpmn) {
        return lint.check(process + ".bpmn", bytes(bpmn));
    }

    @Override
    public List<CatalogueWord> words(String process) {
        return ReleaseContracts.with(season -> 1).of(process).map(ProcessContract::words).orElse(List.of()).stream()
                .map(word -> {
                    Map<String, String> variables = new TreeMap<>();
                    word.variables().forEach((name, type) -> variables.put(name, type.name()));
                    return new CatalogueWord(word.name(), variables);
                })
                .toList();
    }

    @Override
    public List<ModelChange> changes(String before, String after) {
        try {
            return ModelDiff.between(Drawing.read(bytes(before)), Drawing.read(bytes(after)));
        } catch (IllegalArgumentException e) {
            return List.of(); // the findings say why it is no drawing
        }
    }

    @Override
    public Rehearsed rehearse(String draft, String current, int candidates) {
        try (InputStream in = OfficeStudio.class.getResourceAsStream(RULES)) {
            if (in == null) {
                throw new IllegalStateException("missing on the class path: " + RULES);
            }
            return Rehearsals.synthetic(
                    bytes(draft), bytes(current), SeasonRulesReader.require(in.readAllBytes()), candidates, SEED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Rehearsed rehearse(String draft, String current, SeasonId season) {
        return facts.rehearse(bytes(draft), bytes(current), season);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
