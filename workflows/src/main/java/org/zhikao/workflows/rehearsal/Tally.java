package org.zhikao.workflows.rehearsal;

import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import org.zhikao.workflows.rehearsal.Net.Kind;
import org.zhikao.workflows.rehearsal.Net.Link;
import org.zhikao.workflows.rehearsal.Net.Step;

/** What many walks over one model add up to. */
final class Tally {
    /** Seconds waited in one wait, one entry a token that left it. */
    static final class Waits {
        private int[] seconds = new int[16];
        private int size;

        void add(long waited) {
            if (size == seconds.length) {
                seconds = Arrays.copyOf(seconds, size * 2);
            }
            seconds[size++] = (int) Math.min(Integer.MAX_VALUE, waited);
        }

        int size() {
            return size;
        }

        /** The smallest duration that this share of a hundred did not exceed; 0 when there is none. */
        long percentile(int of100) {
            if (size == 0) {
                return 0;
            }
            int[] sorted = Arrays.copyOf(seconds, size);
            Arrays.sort(sorted);
            return sorted[Math.max(0, (int) (((long) size * of100 + 99) / 100) - 1)];
        }
    }

    final long[] visits;
    final long[] visitors;
    final long[] flowTimes;
    final long[] flowCases;
    final long[] standing;
    /** Left after a deadline had passed. */
    final long[] late;

    final Waits[] waits;

    Tally(Net net) {
        int steps = net.steps.size();
        visits = new long[steps];
        visitors = new long[steps];
        standing = new long[steps];
        late = new long[steps];
        flowTimes = new long[net.links.size()];
        flowCases = new long[net.links.size()];
        waits = new Waits[steps];
        for (int i = 0; i < steps; i++) {
            waits[i] = new Waits();
        }
    }

    void visited(Step step) {
        visits[step.number]++;
    }

    void taken(Link link) {
        flowTimes[link.number()]++;
    }

    void left(Step step, Instant since, Instant until, boolean overdue) {
        if (step.kind == Kind.WAIT || step.kind == Kind.DUTY) {
            waits[step.number].add(until.getEpochSecond() - since.getEpochSecond());
            if (overdue) {
                late[step.number]++;
            }
        }
    }

    /** Counts a case once for each step and flow, at its end. */
    void whole(Walk walk, Net net) {
        count(walk.stepsVisited(), visitors);
        count(walk.flowsTaken(), flowCases);
        if (!walk.ended()) {
            for (String place : walk.places()) {
                standing[net.number(place)]++;
            }
        }
    }

    private static void count(BitSet bits, long[] into) {
        for (int i = bits.nextSetBit(0); i >= 0; i = bits.nextSetBit(i + 1)) {
            into[i]++;
        }
    }
}
