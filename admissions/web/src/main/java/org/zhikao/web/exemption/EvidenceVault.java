package org.zhikao.web.exemption;

import java.util.Optional;
import org.zhikao.admissions.shared.CandidateId;

/** Port to the evidence files: kept sealed under the person's key, named by digest, read by those who decide. */
public interface EvidenceVault {
    /** 证明文件. */
    record File(String mediaType, byte[] bytes) {}

    /** Keeps the file durably; the same file again is the same. */
    void keep(CandidateId candidate, String digest, File file);

    /** Empty when it was never kept or its person has been erased. */
    Optional<File> open(CandidateId candidate, String digest);
}
