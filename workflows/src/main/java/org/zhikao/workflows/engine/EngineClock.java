package org.zhikao.workflows.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * 引擎时钟: by which deadlines fall due.
 *
 * <p>It runs with the machine's clock until {@link #follow(Clock)} is called, and again each time the application's virtual
 * clock is moved. One for the whole virtual machine, because the engine's is.
 */
public final class EngineClock {
    EngineClock() {}

    /** Sets the engine's clock to what {@code clock} says now; it keeps running from there. */
    public void follow(Clock clock) {
        Instant machine = Clock.systemUTC().instant();
        ClockUtil.offset(Duration.between(machine, clock.instant()).toMillis());
    }

    /** Back to the machine's clock. */
    public void reset() {
        ClockUtil.resetClock();
    }
}
