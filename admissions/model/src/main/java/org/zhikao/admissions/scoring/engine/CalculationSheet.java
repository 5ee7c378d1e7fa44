package org.zhikao.admissions.scoring.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.season.rules.Exemption;
import org.zhikao.admissions.season.rules.Reason;

/**
 * 成绩计算单: every step from entered marks to the total and the lines, for one candidate. All numbers are exact decimal
 * strings; a counted mark that was not earned in the exam says so.
 *
 * @param total null when no total may be computed
 */
public record CalculationSheet(
        String season,
        String track,
        List<Step> steps,
        @Nullable String total,
        boolean eligible,
        List<Reason> failed,
        Exemption.@Nullable Effect effect) {
    public CalculationSheet {
        steps = List.copyOf(steps);
        failed = List.copyOf(failed);
    }

    /**
     * 计算步骤.
     *
     * @param subject id of the component, part, gate, line or exemption
     * @param entered what was entered
     * @param counted what counts, in marks
     * @param weight exact weight in the total, for components
     * @param how stable code of what was done
     * @param clause the clause or source that the step rests on
     * @param sitting the sitting that counts, of components with several; of an earlier year {@code 2025/1}
     */
    public record Step(
            Kind kind,
            String subject,
            String name,
            @Nullable String entered,
            @Nullable String counted,
            @Nullable String weight,
            String how,
            @Nullable String clause,
            @Nullable String sitting) {
        Step(
                Kind kind,
                String subject,
                String name,
                @Nullable String entered,
                @Nullable String counted,
                @Nullable String weight,
                String how,
                @Nullable String clause) {
            this(kind, subject, name, entered, counted, weight, how, clause, null);
        }
    }

    /** 步骤种类. */
    public enum Kind {
        EXEMPTION,
        COMPONENT,
        PART,
        BONUS,
        RESCALE,
        ROUND,
        TOTAL,
        GATE,
        LINE
    }
}
