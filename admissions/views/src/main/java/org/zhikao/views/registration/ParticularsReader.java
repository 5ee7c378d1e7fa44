package org.zhikao.views.registration;

import java.util.Collection;
import java.util.Map;
import org.zhikao.admissions.shared.CandidateId;

/**
 * 个人信息: port to what a person is called. Views hold no name; a page that may show one asks here, for all its rows at once.
 * Whoever answers opens the sealed particulars with the person's key and checks nothing: the page has checked who may see.
 */
public interface ParticularsReader {
    /**
     * Particulars by candidate. Missing from the answer is who is unknown; erased is who is known and whose key is destroyed.
     */
    Map<CandidateId, Particulars> read(Collection<CandidateId> candidates);

    /**
     * 个人信息 in clear.
     *
     * @param fields field to value, such as {@code name}, {@code identity}, {@code phone}; empty once erased
     * @param erased true when the key was destroyed
     */
    record Particulars(Map<String, String> fields, boolean erased) {
        public Particulars {
            fields = Map.copyOf(fields);
        }

        /** The field's value, empty when it is not known or erased. */
        public String field(String name) {
            return fields.getOrDefault(name, "");
        }
    }
}
