package org.zhikao.server.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code place} for a market in three tables. */
final class TableOptions {
    @Option(names = "--candidates", paramLabel = "C.csv", description = "id,category,orderKey1…")
    @Nullable
    Path candidates;

    @Option(names = "--units", paramLabel = "U.csv", description = "id,quota,accepts,line,parent")
    @Nullable
    Path units;

    @Option(names = "--preferences", paramLabel = "P.csv", description = "candidate,unit1…")
    @Nullable
    Path preferences;

    @Option(
            names = "--mechanism",
            paramLabel = "M",
            description = "PARALLEL, SEQUENTIAL, BANDED, DEFERRED_ACCEPTANCE or MULTI_FILE_MATCHING")
    @Nullable
    String mechanism;

    @Option(names = "--out", paramLabel = "DIR", description = "assignments.csv, cutoffs.csv and run.json go there")
    @Nullable
    Path out;

    @Option(names = "--tie-policy", description = "ADMIT_ALL, SHARED_RANK or SYSTEM_ORDER (with a column drawNumber)")
    @Nullable
    String tiePolicy;

    @Option(names = "--seat-rule", description = "H or L, with SHARED_RANK")
    @Nullable
    String seatRule;

    @Option(names = "--choice-rank-breaks-ties", description = "among equals the smaller choice number goes first")
    boolean choiceRankBreaksTies;

    @Option(names = "--line", description = "least first key; a unit's own line replaces it")
    @Nullable
    Long line;

    @Option(names = "--band-sizes", split = ",", description = "BANDED: sizes of the bands, the last one repeats")
    List<Integer> bandSizes = new ArrayList<>();

    boolean any() {
        return candidates != null || units != null || preferences != null || mechanism != null || out != null;
    }
}
