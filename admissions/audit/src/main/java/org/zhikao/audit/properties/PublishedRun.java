package org.zhikao.audit.properties;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 已公布的投档结果: inputs and outputs of one filing as plain arrays, read by the verifier and never written.
 *
 * <p>Candidates and units are numbered from 0. The list of candidate {@code i} is {@code wish[start[i]] …
 * wish[start[i + 1] - 1]}. Where units rank for themselves, {@code rank} stands beside {@code wish}, 0 meaning unfit.
 */
public final class PublishedRun {
    /** 未录取. */
    public static final int NOWHERE = -1;

    /** 未满: the cut-off of a unit with seats left. */
    public static final int OPEN = Integer.MAX_VALUE;

    final int[] start;
    final char[] wish;
    final int[] quota;
    final int[] position;
    int @Nullable [] rank;
    int @Nullable [] parent;
    byte @Nullable [] category;
    long @Nullable [] accepts;
    List<PublishedLine> lines = List.of();
    TieReading ties = TieReading.STRICT;
    boolean choiceNumberBreaksTies;
    boolean @Nullable [] seatElsewhere;
    int[] unit = new int[0];
    int[] choice = new int[0];
    int[] cutoff = new int[0];

    private PublishedRun(int[] start, char[] wish, int[] quota, int[] position) {
        this.start = start;
        this.wish = wish;
        this.quota = quota;
        this.position = position;
    }

    /** Inputs: lists, seats, and the published position of each candidate in the merit order (1 is best). */
    public static PublishedRun inputs(int[] start, char[] wish, int[] quota, int[] position) {
        if (start.length != position.length + 1) {
            throw new IllegalArgumentException("a list and a position for each candidate");
        }
        return new PublishedRun(start, wish, quota, position);
    }

    /** Units rank for themselves: a rank beside each wish, 1 is best, 0 is unfit. */
    public PublishedRun ranks(int[] beside) {
        rank = beside;
        return this;
    }

    /** Units that share the quota of a unit above, {@code -1} for none. */
    public PublishedRun parents(int[] above) {
        parent = above;
        return this;
    }

    /** Categories of candidates and, as bits, those a unit takes. */
    public PublishedRun categories(byte[] ofCandidates, long[] taken) {
        category = ofCandidates;
        accepts = taken;
        return this;
    }

    public PublishedRun lines(List<PublishedLine> minimum) {
        lines = List.copyOf(minimum);
        return this;
    }

    public PublishedRun ties(TieReading reading, boolean smallerChoiceNumberFirst) {
        ties = reading;
        choiceNumberBreaksTies = smallerChoiceNumberFirst;
        return this;
    }

    /** Candidates who hold a seat through another channel of the season. */
    public PublishedRun seatsElsewhere(boolean[] held) {
        seatElsewhere = held;
        return this;
    }

    /** Outputs: unit ({@link #NOWHERE}), choice number (0) of each candidate, cut-off ({@link #OPEN}) of each unit. */
    public PublishedRun outputs(int[] units, int[] choices, int[] cutoffs) {
        if (units.length != position.length || choices.length != position.length || cutoffs.length != quota.length) {
            throw new IllegalArgumentException("a unit and a choice for each candidate, a cut-off for each unit");
        }
        unit = units;
        choice = choices;
        cutoff = cutoffs;
        return this;
    }

    int candidates() {
        return position.length;
    }

    int units() {
        return quota.length;
    }

    int above(int u) {
        return parent == null ? NOWHERE : parent[u];
    }

    /** The rank that counts at a wish, smaller is better; among equals the earlier wish where the rules say so. */
    long rankAt(int candidate, int w) {
        long own = rank == null ? position[candidate] : rank[w];
        return choiceNumberBreaksTies ? own << 16 | (w - start[candidate]) : own;
    }

    /** True when the unit of the wish may take the candidate. */
    boolean fit(int candidate, int w) {
        if (rank != null && rank[w] <= 0) {
            return false;
        }
        int u = wish[w];
        if (category != null && accepts != null && (accepts[u] >>> category[candidate] & 1L) == 0) {
            return false;
        }
        for (PublishedLine line : lines) {
            if (line.mark()[candidate] < line.minimum()[u]) {
                return false;
            }
        }
        return true;
    }

    /** Where the wishes end that the candidate preferred to the assignment: all of them for one who got nothing. */
    int endOfPreferred(int candidate) {
        return choice[candidate] == 0 ? start[candidate + 1] : start[candidate] + choice[candidate] - 1;
    }

    /** The place of the wish that came true, or {@code -1} when it is not in the list. */
    int grantedWish(int candidate) {
        int w = start[candidate] + choice[candidate] - 1;
        boolean listed = choice[candidate] > 0 && w < start[candidate + 1] && wish[w] == unit[candidate];
        return listed ? w : NOWHERE;
    }
}
