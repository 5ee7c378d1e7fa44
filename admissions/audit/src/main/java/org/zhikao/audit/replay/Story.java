package org.zhikao.audit.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** 考生经历: all that the facts of one dossier say so far. Lives as long as the dossier is being read. */
final class Story {
    final String id;
    String season = "";
    String track = "";
    String category = "";
    String kind = "";
    String point = "";
    long facts;
    /** The last fact read, null before the first. */
    @Nullable
    StoredFact last;

    Stage registration = Stage.NONE;
    Stage exam = Stage.NONE;
    String ticket = "";
    String seat = "";
    final Set<String> sittings = new HashSet<>();
    final List<Claim> claims = new ArrayList<>();
    Stage score = Stage.NONE;
    final Map<String, Mark> marks = new TreeMap<>();

    @Nullable
    Released released;

    int preferenceRound;
    Stage preference = Stage.NONE;
    List<String> saved = List.of();
    /** Lists that count, by round. */
    final Map<Integer, List<String>> locked = new HashMap<>();

    Stage outcome = Stage.NONE;
    int outcomeRound;
    final List<Decision> decisions = new ArrayList<>();
    /** Index of the fact by which the offer was declined, 0 while it was not. */
    long declinedAt;
    /** What was decided on duties that only a drawing knows. */
    final DutyFold duties = new DutyFold();
    /** Where the tokens of this dossier stand. */
    final Tokens tokens = new Tokens();

    Story(String id) {
        this.id = id;
    }

    /** 免试申请. */
    static final class Claim {
        final int number;
        final String ground;
        final String unit;
        Stage stage = Stage.NONE;
        String effect = "";
        /** Who may not act on it again: gave an opinion, handed it back, or is related. */
        final Set<String> reviewers = new HashSet<>();

        int evidence;
        /** In whose hands it is; empty while it waits to be drawn for. */
        String assigned = "";
        /** Stages at which somebody agreed, and the two below by the last opinion. */
        final Set<String> agreed = new HashSet<>();

        final Set<String> refused = new HashSet<>();
        String last = "";
        /** From when the last opinion counts, as stored. */
        String effective = "";

        boolean upheld;

        Claim(int number, String ground, String unit) {
            this.number = number;
            this.ground = ground;
            this.unit = unit;
        }

        boolean decided() {
            return stage == Stage.APPROVED
                    || stage == Stage.REFUSED
                    || stage == Stage.WITHDRAWN
                    || stage == Stage.WAIVED;
        }
    }

    /** 单科成绩: status as stored, value in season units. */
    record Mark(String status, long value) {}

    /** 已公布成绩: the stored result and the fact that carries it. */
    record Released(StoredFact fact, String release, Json result, int rules) {}

    /**
     * 每轮结论.
     *
     * @param unit empty when not placed
     * @param cause empty when placed
     */
    record Decision(
            StoredFact fact,
            int round,
            String run,
            String unit,
            int preference,
            int position,
            String cause,
            boolean last) {}

    boolean admittedWithoutExam() {
        return claims.stream().anyMatch(c -> c.stage == Stage.APPROVED && c.effect.equals("FULL_FREE"));
    }

    boolean seated() {
        return outcome == Stage.PLACED || outcome == Stage.ACCEPTED || outcome == Stage.DECLINED;
    }

    boolean eligible() {
        return released != null && released.result().flag("eligible");
    }

    /** The one word for where the candidate stands. */
    Status status() {
        if (registration == Stage.REJECTED) {
            return Status.REJECTED;
        }
        if (registration == Stage.WITHDRAWN) {
            return Status.WITHDRAWN;
        }
        switch (outcome) {
            case ACCEPTED:
                return Status.OFFER_CONFIRMED;
            case DECLINED:
                return Status.OFFER_DECLINED;
            case PLACED:
                return Status.PLACED;
            case LEFT:
                return Status.UNPLACED;
            default:
                return underWay();
        }
    }

    private Status underWay() {
        if (registration != Stage.CONFIRMED) {
            return registration == Stage.RETURNED ? Status.RETURNED : Status.SUBMITTED;
        }
        if (preferenceRound > outcomeRound) {
            switch (preference) {
                case LOCKED:
                    return Status.LOCKED;
                case SAVED:
                    return Status.SAVED;
                case LAPSED:
                    return Status.LAPSED;
                default:
                    break;
            }
        }
        if (outcome == Stage.UNPLACED) {
            return Status.NOT_PLACED;
        }
        if (score == Stage.RELEASED) {
            return eligible() ? Status.RELEASED : Status.INELIGIBLE;
        }
        if (admittedWithoutExam()) {
            return Status.EXEMPT;
        }
        return switch (exam) {
            case ARRANGED -> Status.ARRANGED;
            case TICKETED -> sittings.isEmpty() ? Status.TICKETED : Status.EXAMINED;
            default -> Status.CONFIRMED;
        };
    }
}
