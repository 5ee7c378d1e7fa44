package org.zhikao.admissions.language;

import java.util.List;
import org.zhikao.admissions.duty.ProcessTerms;
import org.zhikao.admissions.duty.ProcessTerms.Binding;
import org.zhikao.admissions.season.ProcessReview;

/** Drawings by word: one names its process, one that says {@code blocked} has a finding, the digest tells texts apart. */
public final class Drawings {
    public static final ProcessReview REVIEW = new ProcessReview() {
        @Override
        public boolean readable(String process, String bpmn) {
            return bpmn.startsWith(process + " ");
        }

        @Override
        public List<String> findings(String process, String bpmn) {
            return bpmn.contains("blocked") ? List.of("user_check duty-deadline") : List.of();
        }

        @Override
        public ProcessTerms terms(String process, int version, String bpmn) {
            return new ProcessTerms(process, version, List.of(), List.of(new Binding(bpmn, List.of("check"))));
        }

        @Override
        public String digest(String bpmn) {
            return "digest of " + bpmn;
        }
    };

    private Drawings() {}
}
