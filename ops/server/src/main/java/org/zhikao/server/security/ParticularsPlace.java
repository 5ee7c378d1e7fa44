package org.zhikao.server.security;

import org.zhikao.admissions.registration.RegistrationEvent.ParticularsCorrected;
import org.zhikao.admissions.registration.RegistrationEvent.ParticularsRecorded;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.EventNames;
import org.zhikao.formats.sealing.Place;

/** Where in the facts particulars are sealed: bound into the ciphertext, so written in one place. */
public final class ParticularsPlace {
    private static final String REVISION = "1";
    private static final String POINTER = "/particulars";

    private ParticularsPlace() {}

    public static Place recorded(CandidateId candidate) {
        return new Place(candidate.value(), EventNames.nameOf(ParticularsRecorded.class.getName()), REVISION, POINTER);
    }

    public static Place corrected(CandidateId candidate) {
        return new Place(candidate.value(), EventNames.nameOf(ParticularsCorrected.class.getName()), REVISION, POINTER);
    }
}
