package org.zhikao.admissions.season;

/** Port to the reader of rules: the model stores and approves rules as text, others know the format. */
public interface Rulebook {
    /**
     * Checks rules for publication.
     *
     * @param rules canonical JSON
     * @return what forbids publication, one line a finding with its clause; empty when nothing does
     */
    java.util.List<String> findings(String rules);

    /** SHA-256 of the canonical JSON, 64 hex digits. */
    String digest(String rules);
}
