package org.zhikao.formats.season;

/** A file that cannot be read as a season file at all; carries the finding that says why. */
final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient LocatedFinding finding;

    Unusable(LocatedFinding finding) {
        super(finding.finding().code(), null, false, false);
        this.finding = finding;
    }

    LocatedFinding finding() {
        return finding;
    }
}
