package org.zhikao.server.duty;

import java.util.List;
import java.util.SortedMap;
import org.zhikao.admissions.duty.DutyEvent.DutyDecided;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.EventNames;
import org.zhikao.admissions.shared.Sealed;
import org.zhikao.formats.sealing.DataKey;
import org.zhikao.formats.sealing.Place;
import org.zhikao.server.security.Sealing;
import org.zhikao.web.duty.DutySeal;

/** Personal answers, sealed under the candidate's own key and erased with it. */
public final class SealedForms implements DutySeal {
    private final Sealing sealing;

    public SealedForms(Sealing sealing) {
        this.sealing = sealing;
    }

    @Override
    public Sealed seal(CandidateId candidate, SortedMap<String, String> fields) {
        String subject = candidate.value();
        DataKey key = sealing.keys().createAll(List.of(subject)).get(subject);
        if (key == null) {
            throw new IllegalStateException("the key of " + subject + " is sealed or destroyed");
        }
        return sealing.sealer().sealAll(key, place(candidate), fields);
    }

    /** Where the fact holds them. */
    public static Place place(CandidateId candidate) {
        return new Place(candidate.value(), EventNames.nameOf(DutyDecided.class.getName()), "1", "/personal");
    }
}
