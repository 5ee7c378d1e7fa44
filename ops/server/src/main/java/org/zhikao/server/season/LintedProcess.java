package org.zhikao.server.season;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.zhikao.admissions.duty.ProcessTerms;
import org.zhikao.admissions.process.ModelLint;
import org.zhikao.admissions.process.ModelLint.Severity;
import org.zhikao.admissions.season.ProcessReview;
import org.zhikao.workflows.binding.ProcessBindings;
import org.zhikao.workflows.lint.Drawing;
import org.zhikao.workflows.lint.Linter;
import org.zhikao.workflows.release.ReleaseContracts;

/** Drawings checked by {@code workflows}: what is one at all, what blocks its approval, and its digest. */
public final class LintedProcess implements ProcessReview {
    private final ModelLint lint = Linter.ofThisRelease();
    private final ProcessBindings bindings = new ProcessBindings(ReleaseContracts.with(season -> 1));

    @Override
    public boolean readable(String process, String bpmn) {
        if (ReleaseContracts.with(season -> 1).of(process).isEmpty()) {
            return false;
        }
        try {
            return Drawing.read(bpmn.getBytes(StandardCharsets.UTF_8)).process().equals(process);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public List<String> findings(String process, String bpmn) {
        return lint.check(process + ".bpmn", bpmn.getBytes(StandardCharsets.UTF_8)).stream()
                .filter(f -> f.severity() == Severity.ERROR)
                .map(f -> f.element() + " " + f.rule() + " " + f.message())
                .toList();
    }

    @Override
    public ProcessTerms terms(String process, int version, String bpmn) {
        return bindings.of(Drawing.read(bpmn.getBytes(StandardCharsets.UTF_8)), version);
    }

    @Override
    public String digest(String bpmn) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bpmn.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
