package org.zhikao.server.bad;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Faults of an application. */
public final class Faults {
    private Faults() {}

    public static final class Waits {
        public static void aMoment() throws InterruptedException {
            Thread.sleep(1);
        }
    }

    public static final class TalksPastTheCommandLine {
        public static void say() {
            System.out.println();
        }
    }

    public static final class LogsUnderAnotherName {
        static final Logger JOURNAL = LoggerFactory.getLogger(Faults.class);
    }
}
