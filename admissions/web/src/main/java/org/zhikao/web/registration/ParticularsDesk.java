package org.zhikao.web.registration;

import java.util.SortedMap;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.Sealed;
import org.zhikao.admissions.shared.SeasonId;

/** Port to the sealing of particulars: what is typed leaves the page sealed under the person's own key. */
public interface ParticularsDesk {
    /**
     * Seals what a first application or a correction states, and notes the identity number in the blind index.
     *
     * @param fields {@code identityNumber}, {@code name}, {@code phone} in their stored forms
     * @param correction true for a later correction, whose fact is another and so is what the seal is bound to
     * @throws org.zhikao.web.shared.Unusable {@code IDENTITY_TAKEN} when another candidate of the season has the number
     */
    Sealed seal(CandidateId candidate, SeasonId season, SortedMap<String, String> fields, boolean correction);
}
