package org.zhikao.server.season;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.zhikao.admissions.process.ModelChange;
import org.zhikao.admissions.process.ModelLint;
import org.zhikao.admissions.process.ProcessStudio;
import org.zhikao.admissions.process.Rehearsed;
import org.zhikao.formats.season.SeasonRulesReader;
import org.zhikao.server.play.Rehearsals;
import org.zhikao.workflows.lint.Drawing;
import org.zhikao.workflows.lint.Linter;
import org.zhikao.workflows.lint.ModelDiff;

/** 流程设计 for the pages: the check, the comparison and the rehearsal of {@code workflows}, people of {@code seeds}. */
public final class OfficeStudio implements ProcessStudio {
    /** One seed, so that two persons who rehearse the same draft see the same figures. */
    private static final long SEED = 7;

    private static final String RULES = "/provinces/shandong.assumed.yaml";

    private final ModelLint lint = Linter.ofThisRelease();

    @Override
    public List<ModelLint.Finding> findings(String process, String bpmn) {
        return lint.check(process + ".bpmn", bytes(bpmn));
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

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
