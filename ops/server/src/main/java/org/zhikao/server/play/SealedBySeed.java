package org.zhikao.server.play;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.Sealed;
import org.zhikao.formats.sealing.DataKey;
import org.zhikao.formats.sealing.Place;
import org.zhikao.seeds.FictionalCandidate;
import org.zhikao.seeds.Particulars;
import org.zhikao.server.duty.SealedForms;
import org.zhikao.server.security.ParticularsPlace;
import org.zhikao.server.security.Sealing;

/** Particulars of fictional people, sealed as those of real ones are: under a key per person made in the same batch. */
public final class SealedBySeed implements SeasonPlay.Particulars {
    private final Sealing sealing;

    public SealedBySeed(Sealing sealing) {
        this.sealing = sealing;
    }

    @Override
    public Map<CandidateId, Sealed> seal(List<FictionalCandidate> candidates) {
        List<String> subjects = candidates.stream().map(c -> c.id().value()).toList();
        Map<String, DataKey> keys = sealing.keys().createAll(subjects);
        Map<CandidateId, Sealed> sealed = new HashMap<>();
        for (FictionalCandidate c : candidates) {
            DataKey key = keys.get(c.id().value());
            if (key == null) {
                throw new IllegalStateException("no key for " + c.id());
            }
            Place place = ParticularsPlace.recorded(c.id());
            Particulars plain = c.particulars();
            TreeMap<String, String> fields = new TreeMap<>();
            fields.put("name", plain.name());
            fields.put("identityNumber", plain.identityNumber());
            fields.put("phone", plain.phone());
            sealed.put(c.id(), sealing.sealer().sealAll(key, place, fields));
        }
        return sealed;
    }

    @Override
    public Sealed seal(CandidateId candidate, SortedMap<String, String> fields) {
        return new SealedForms(sealing).seal(candidate, fields);
    }
}
