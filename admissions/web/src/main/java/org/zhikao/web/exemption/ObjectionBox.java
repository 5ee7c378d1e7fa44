package org.zhikao.web.exemption;

import java.util.Map;
import org.zhikao.admissions.shared.CandidateId;

/** Port to what objectors wrote: sealed under the key of the person it is about, read by the office that decides. */
public interface ObjectionBox {
    /** Keeps a statement and answers the digest that the fact holds. */
    String keep(CandidateId candidate, int claim, String statement);

    /** Statements by digest; empty once the person is erased. */
    Map<String, String> open(CandidateId candidate, int claim);
}
