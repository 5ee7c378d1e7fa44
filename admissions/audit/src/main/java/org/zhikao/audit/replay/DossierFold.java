package org.zhikao.audit.replay;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhikao.audit.replay.LifeCycle.Move;
import org.zhikao.audit.replay.Story.Claim;
import org.zhikao.audit.replay.Story.Decision;
import org.zhikao.audit.replay.Story.Mark;
import org.zhikao.audit.replay.Story.Released;

/** Folds the facts of one dossier after another by the table of {@link LifeCycle}, and checks what each leans on. */
final class DossierFold {
    private final Function<String, @Nullable SeasonStory> seasons;
    private final Check order;
    private final Set<String> seats = new HashSet<>();
    private final Panel panel;

    DossierFold(Function<String, @Nullable SeasonStory> seasons, Check order) {
        this.seasons = seasons;
        this.order = order;
        panel = new Panel(order);
    }

    /** Folds {@code fact}; {@code by} is the actor of its metadata. */
    void read(Story s, StoredFact fact, Json p, String by) {
        s.facts++;
        s.last = fact;
        order.looked();
        List<Move> moves = LifeCycle.moves(fact.name());
        if (moves == null || s.id.indexOf('/') >= 0) {
            order.found(fact, "UNKNOWN_FACT", fact.name());
            return;
        }
        order.that(p.text("candidate").equals(s.id), fact, "FOREIGN", "payload names " + p.text("candidate"));
        int round = round(s, p, moves.get(0));
        Claim claim = claim(s, fact, p, moves.get(0));
        if (moves.get(0).strand() == LifeCycle.Strand.CLAIM && claim == null) {
            return;
        }
        Stage before = stage(s, moves.get(0), claim, round);
        Move move = moves.stream()
                .filter(m -> m.from().contains(before))
                .findFirst()
                .orElse(moves.get(0));
        order.that(move.from().contains(before), fact, "OUT_OF_TURN", fact.name() + " at " + before);
        order.that(
                move.registration().contains(s.registration),
                fact,
                "OUT_OF_TURN",
                fact.name() + " while the application is " + s.registration);
        apply(s, fact, p, by, claim, round);
        phase(s, fact, p, move, round);
        SeasonStory season = seasons.apply(s.season);
        if (season != null) {
            s.duties.read(s, season, fact, p, order);
        }
        enter(s, move, claim, round, move.after(before));
        if (claim != null) {
            Panel.settle(fact, p, claim);
        }
        s.tokens.dossier(fact.name(), p);
    }

    private static int round(Story s, Json p, Move move) {
        return switch (move.strand()) {
            case PREFERENCE -> p.integer("round");
            case OUTCOME -> p.find("round") == null ? s.outcomeRound : p.integer("round");
            default -> 1;
        };
    }

    private @Nullable Claim claim(Story s, StoredFact fact, Json p, Move move) {
        if (move.strand() != LifeCycle.Strand.CLAIM) {
            return null;
        }
        int number = p.integer("claim");
        if (fact.name().equals("exemption.claimed") || fact.name().equals("exemption.appealed")) {
            order.that(number == s.claims.size() + 1, fact, "OUT_OF_TURN", "claim " + number);
            order.that(s.exam == Stage.NONE, fact, "OUT_OF_TURN", "claimed after the exam was arranged");
            Claim fresh = new Claim(s.claims.size() + 1, p.text("ground"), p.text("unit", ""));
            s.claims.add(fresh);
            if (fact.name().equals("exemption.appealed")) {
                panel.appeal(s, fact, p, fresh);
            }
            return fresh;
        }
        if (number < 1 || number > s.claims.size()) {
            order.found(fact, "OUT_OF_TURN", "no claim " + number);
            return null;
        }
        return s.claims.get(number - 1);
    }

    private static Stage stage(Story s, Move move, @Nullable Claim claim, int round) {
        return switch (move.strand()) {
            case REGISTRATION -> s.registration;
            case EXAM -> s.exam;
            case CLAIM -> claim == null ? Stage.NONE : claim.stage;
            case SCORE -> s.score;
            case PREFERENCE -> s.preferenceRound == round ? s.preference : Stage.NONE;
            case OUTCOME -> s.outcome;
        };
    }

    private static void enter(Story s, Move move, @Nullable Claim claim, int round, Stage after) {
        switch (move.strand()) {
            case REGISTRATION -> s.registration = after;
            case EXAM -> s.exam = after;
            case CLAIM -> {
                if (claim != null) {
                    claim.stage = after;
                }
            }
            case SCORE -> s.score = after;
            case PREFERENCE -> {
                s.preference = after;
                s.preferenceRound = round;
            }
            case OUTCOME -> {
                boolean left = after == Stage.UNPLACED
                        && s.decisions.get(s.decisions.size() - 1).last();
                s.outcome = left ? Stage.LEFT : after;
                s.outcomeRound = round;
            }
        }
    }

    private void phase(Story s, StoredFact fact, Json p, Move move, int round) {
        if (move.phase().isEmpty() || (p.find("byDeadline") != null && p.flag("byDeadline"))) {
            return;
        }
        SeasonStory season = seasons.apply(s.season);
        if (order.that(season != null, fact, "NO_SEASON", s.season) && season != null) {
            order.that(
                    season.open(move.phase(), round, fact.index()), fact, "OUT_OF_PHASE", move.phase() + " " + round);
        }
    }

    private void apply(Story s, StoredFact fact, Json p, String by, @Nullable Claim claim, int round) {
        switch (fact.name()) {
            case "registration.submitted" -> {
                s.season = p.text("season");
                s.track = p.text("track");
                s.category = p.text("category");
                s.kind = p.text("kind", "");
                s.point = p.text("point");
            }
            case "registration.particulars" ->
                order.that(fact.sequence() == 1, fact, "OUT_OF_TURN", "particulars follow the application at once");
            case "registration.resubmitted" -> {
                s.track = p.text("track");
                s.category = p.text("category");
                s.kind = p.text("kind", "");
            }
            case "registration.withdrawn" -> order.that(!s.seated(), fact, "OUT_OF_TURN", "withdrawn once placed");
            case "exam.arranged" -> arranged(s, fact, p);
            case "exam.ticket" -> order.that(p.text("ticket").equals(s.ticket), fact, "OTHER_TICKET", "");
            case "exam.attended", "exam.missed" ->
                order.that(s.sittings.add(p.text("sitting")), fact, "OUT_OF_TURN", "sitting twice");
            case "scoring.marked" -> {
                Mark mark = mark(p.at("mark"));
                order.that(s.marks.putIfAbsent(p.text("component"), mark) == null, fact, "OUT_OF_TURN", "marked twice");
            }
            case "scoring.corrected" -> {
                Mark before = s.marks.put(p.text("component"), mark(p.at("after")));
                order.that(mark(p.at("before")).equals(before), fact, "OTHER_MARK", "was " + before);
            }
            case "scoring.released" ->
                s.released = new Released(fact, p.text("release"), p.at("result"), p.integer("rules"));
            case "preference.saved" -> {
                mayPrefer(s, fact, round);
                s.saved = p.texts("units");
                order.that(new HashSet<>(s.saved).size() == s.saved.size(), fact, "OTHER_LIST", "a unit twice");
                offered(s, fact);
            }
            case "preference.locked" -> {
                mayPrefer(s, fact, round);
                s.locked.put(round, s.saved);
            }
            case "preference.lapsed" -> mayPrefer(s, fact, round);
            case "placement.placed", "placement.not-placed" -> decided(s, fact, p, round);
            case "placement.confirmed", "placement.declined" -> {
                if (fact.name().equals("placement.declined")) {
                    s.declinedAt = fact.index();
                }
                order.that(
                        s.decisions.isEmpty()
                                || s.decisions
                                        .get(s.decisions.size() - 1)
                                        .unit()
                                        .equals(p.text("unit")),
                        fact,
                        "OTHER_OFFER",
                        p.text("unit"));
            }
            default -> {
                if (claim != null) {
                    panel.read(fact, p, by, claim);
                }
            }
        }
    }

    private static Mark mark(Json mark) {
        return new Mark(mark.text("status"), mark.number("value"));
    }

    private void arranged(Story s, StoredFact fact, Json p) {
        order.that(!s.admittedWithoutExam(), fact, "OUT_OF_TURN", "arranged although exempt");
        order.that(s.claims.stream().allMatch(Claim::decided), fact, "OUT_OF_TURN", "arranged with a claim open");
        Json seat = p.at("seat");
        s.ticket = seat.text("ticket");
        s.seat = seat.text("site") + "/" + seat.number("room") + "/" + seat.number("seat");
        order.that(seats.add(s.season + " " + s.ticket), fact, "TICKET_TWICE", s.ticket);
        String draw = p.text("draw");
        SeasonStory season = seasons.apply(s.season);
        int number = number(draw);
        StoredFact drawn = season == null ? null : season.draws.get(number);
        order.that(
                drawn != null && drawn.aggregate().equals(draw) && drawn.index() < fact.index(), fact, "NO_DRAW", draw);
    }

    private void mayPrefer(Story s, StoredFact fact, int round) {
        boolean may = s.eligible()
                && !s.admittedWithoutExam()
                && round == s.outcomeRound + 1
                && (s.outcome == Stage.NONE || s.outcome == Stage.UNPLACED);
        order.that(may, fact, "NOT_ENTITLED", "round " + round);
    }

    private void offered(Story s, StoredFact fact) {
        SeasonStory season = seasons.apply(s.season);
        for (String code : s.saved) {
            SeasonStory.Unit unit = season == null ? null : season.units.get(code);
            boolean open = unit != null
                    && unit.track.equals(s.track)
                    && unit.category.equals(s.category)
                    && unit.accepts(s.kind)
                    && unit.declaredBefore(fact.index());
            order.that(open, fact, "OTHER_LIST", "unit " + code + " is not open to the candidate");
        }
    }

    private void decided(Story s, StoredFact fact, Json p, int round) {
        boolean placed = fact.name().equals("placement.placed");
        String ref = p.text("run");
        order.that(round > s.outcomeRound, fact, "OUT_OF_TURN", "round " + round + " decided twice");
        SeasonStory season = seasons.apply(s.season);
        SeasonStory.Run run = season == null ? null : season.runs.get(number(ref));
        boolean published =
                run != null && run.fact.aggregate().equals(ref) && run.round == round && run.published < fact.index();
        order.that(published, fact, "NO_RUN", ref);
        if (placed) {
            Json offer = p.at("offer");
            boolean inRound = s.locked.containsKey(round) || (round == 1 && s.admittedWithoutExam());
            order.that(inRound, fact, "NOT_IN_ROUND", "round " + round);
            s.decisions.add(new Decision(
                    fact,
                    round,
                    ref,
                    offer.text("unit"),
                    offer.integer("preference"),
                    offer.integer("position"),
                    "",
                    true));
        } else {
            s.decisions.add(new Decision(fact, round, ref, "", 0, 0, p.text("cause"), p.flag("last")));
        }
    }

    /** The number at the end of {@code <season>/<feature>/<n>}; -1 when there is none. */
    static int number(String reference) {
        String tail = reference.substring(reference.lastIndexOf('/') + 1);
        return tail.matches("[1-9]\\d{0,8}") ? Integer.parseInt(tail) : -1;
    }
}
