package org.zhikao.admissions.shared;

import java.time.Instant;

/** 事实: something that happened; carries no personal data beyond ids, sealed particulars excepted. */
public interface Event {
    /** The legal instant, as in the command. */
    Instant at();
}
