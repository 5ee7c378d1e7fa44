package org.zhikao.server.play;

import java.util.Arrays;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.seeds.Population;

/** Which candidate of the population an id belongs to; three arrays instead of a map of 300,000 objects. */
final class Numbers {
    private final String[] ids;
    private final int[] number;

    Numbers(Population population) {
        int n = population.size();
        Integer[] order = new Integer[n];
        String[] drawn = new String[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
            drawn[i] = population.candidate(i).id().value();
        }
        Arrays.sort(order, (a, b) -> drawn[a].compareTo(drawn[b]));
        ids = new String[n];
        number = new int[n];
        for (int k = 0; k < n; k++) {
            ids[k] = drawn[order[k]];
            number[k] = order[k];
        }
    }

    /** Number of the candidate, or -1 for somebody who is not of this population. */
    int of(CandidateId id) {
        int at = Arrays.binarySearch(ids, id.value());
        return at < 0 ? -1 : number[at];
    }
}
