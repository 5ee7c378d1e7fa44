package org.zhikao.web.duty;

import java.util.SortedMap;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.Sealed;

/** Port to the sealing of what a form asks about the person. */
@FunctionalInterface
public interface DutySeal {
    Sealed seal(CandidateId candidate, SortedMap<String, String> fields);
}
