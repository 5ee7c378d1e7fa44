package org.zhikao.admissions.process;

import java.util.List;

/**
 * 预演结果: what a model would have made of given facts; equal facts and equal models give an equal result.
 *
 * @param process key of the process
 * @param digest SHA-256 of the rehearsed model
 * @param current SHA-256 of the version it is compared with; empty when there is none
 * @param cases cases that any fact concerned
 * @param facts facts that moved something or might have
 * @param deadEnds cases that facts came for which no token took, and that have not ended
 * @param unused facts left over of cases that had ended
 * @param moved cases that stand elsewhere than in the current version
 * @param failures cases that the engine would have parked
 * @param neverReached elements that no case came to
 */
public record Rehearsed(
        String process,
        String digest,
        String current,
        long cases,
        long facts,
        List<Element> elements,
        List<Flow> flows,
        List<Wait> waits,
        List<End> ends,
        List<Stuck> deadEnds,
        List<Stuck> unused,
        List<Moved> moved,
        List<Stuck> failures,
        List<Duties> duties,
        List<String> neverReached) {
    public Rehearsed {
        elements = List.copyOf(elements);
        flows = List.copyOf(flows);
        waits = List.copyOf(waits);
        ends = List.copyOf(ends);
        deadEnds = List.copyOf(deadEnds);
        unused = List.copyOf(unused);
        moved = List.copyOf(moved);
        failures = List.copyOf(failures);
        duties = List.copyOf(duties);
        neverReached = List.copyOf(neverReached);
    }

    /**
     * 元素经过.
     *
     * @param cases how many cases came here, each counted once
     * @param times how often a token came here
     * @param standing how many cases stand here when the facts are over
     */
    public record Element(String id, String kind, String name, long cases, long times, long standing) {}

    /** 流向经过. */
    public record Flow(String id, String name, String source, String target, long cases, long times) {}

    /**
     * 等待时间 of the tokens that left a wait or a duty, in seconds of legal time.
     *
     * @param late how many left after a deadline of it had passed
     */
    public record Wait(
            String id,
            String name,
            long left,
            long standing,
            long late,
            long p50Seconds,
            long p90Seconds,
            long maxSeconds) {}

    /** 结束: how many cases ended here, and how many do in the current version. */
    public record End(String id, String name, long cases, long currentCases) {}

    /**
     * 停滞.
     *
     * @param at the waits it stands in, joined by commas; the end, or the element that failed
     * @param fact the word of the oldest fact that nobody took; empty when there is none
     * @param examples some of the cases
     */
    public record Stuck(String at, String fact, long cases, List<String> examples) {
        public Stuck {
            examples = List.copyOf(examples);
        }
    }

    /** 去向不同: the cases that stood or ended at one place and now do at another. */
    public record Moved(String from, String to, boolean ended, long cases, List<String> examples) {
        public Moved {
            examples = List.copyOf(examples);
        }
    }

    /** 职责 by role: opened, decided, decided after the deadline, still open. */
    public record Duties(String role, long opened, long decided, long late, long open) {}
}
