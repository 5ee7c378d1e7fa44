package org.zhikao.workflows.release;

import java.util.List;
import java.util.function.ToIntFunction;
import org.zhikao.admissions.process.WorkingDays;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.workflows.Contracts;
import org.zhikao.workflows.exemption.ExemptionReviewProcess;
import org.zhikao.workflows.registration.ApplicationProcess;
import org.zhikao.workflows.season.SeasonProcess;

/** 本版契约, in one place for engine, lint and tests. */
public final class ReleaseContracts {
    private ReleaseContracts() {}

    /** {@code rounds}: number of placement rounds of a season; who only looks at models may answer anything. */
    public static Contracts with(ToIntFunction<SeasonId> rounds) {
        return with(rounds, WorkingDays.weekdays());
    }

    /** As {@link #with(ToIntFunction)}, with the calendar that deadlines count by. */
    public static Contracts with(ToIntFunction<SeasonId> rounds, WorkingDays workingDays) {
        return new Contracts(
                List.of(new ApplicationProcess(), new ExemptionReviewProcess(), new SeasonProcess(rounds)),
                workingDays);
    }
}
