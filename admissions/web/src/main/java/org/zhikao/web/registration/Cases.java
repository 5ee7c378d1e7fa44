package org.zhikao.web.registration;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.formats.sealing.Masking;
import org.zhikao.views.ViewVersions;
import org.zhikao.views.dossier.Candidate;
import org.zhikao.views.dossier.CandidateQueries;
import org.zhikao.views.registration.ParticularsReader;
import org.zhikao.views.registration.ParticularsReader.Particulars;
import org.zhikao.web.access.SignedIn;
import org.zhikao.web.shared.NotFound;

/** 考生档案 as far as the reader may see it: a dossier out of reach reads exactly like one that does not exist. */
@Component
public class Cases {
    private final CandidateQueries candidates;
    private final ParticularsReader particulars;
    private final ViewVersions versions;

    Cases(CandidateQueries candidates, ParticularsReader particulars, ViewVersions versions) {
        this.candidates = candidates;
        this.particulars = particulars;
        this.versions = versions;
    }

    /** The candidate's own dossier, empty before the application. */
    public Optional<Candidate> own(SignedIn me) {
        return read(me.ownDossier());
    }

    /** The candidate's own dossier; without an application there is nothing to show. */
    public Candidate ownOrMissing(SignedIn me) {
        return own(me).orElseThrow(NotFound::new);
    }

    /** A dossier below the reader's organisation. */
    public Candidate below(SignedIn reader, CandidateId candidate) {
        return read(candidate)
                .filter(found -> reader.organisation().covers(found.point()))
                .orElseThrow(NotFound::new);
    }

    private Optional<Candidate> read(CandidateId candidate) {
        Optional<Candidate> found = candidates.find(candidate);
        found.ifPresent(c -> versions.read(candidate, c.version()));
        return found;
    }

    /** The version shown to the candidate last, from memory: a repeated read of it costs no query. */
    public OptionalLong knownVersion(SignedIn me) {
        return versions.known(me.ownDossier());
    }

    /** Particulars in clear, for the candidate and for who must decide on the application. */
    public Particulars open(CandidateId candidate) {
        return particulars.read(java.util.List.of(candidate)).getOrDefault(candidate, new Particulars(Map.of(), false));
    }

    /** Names as lists show them, masked. */
    public Map<CandidateId, String> masked(Collection<CandidateId> ids) {
        Map<CandidateId, String> names = new LinkedHashMap<>();
        particulars.read(ids).forEach((id, who) -> names.put(id, who.erased() ? "" : Masking.name(who.field("name"))));
        return names;
    }
}
