package org.zhikao.audit.replay;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** 特别修订 of frozen rules: three named voters with a majority, two approvals by persons who drafted nothing, then a version. */
final class AmendmentFold {
    private static final int VOTERS = 3;
    private static final int APPROVALS = 2;

    /** What is known of one proposal. */
    private static final class Proposal {
        final String digest;
        final String by;
        final Set<String> approvers = new HashSet<>();
        boolean voted;
        boolean carried;
        int version;

        Proposal(String digest, String by) {
            this.digest = digest;
            this.by = by;
        }
    }

    private final Map<String, Proposal> proposals = new HashMap<>();

    void fold(SeasonStory season, StoredFact fact, Json p, Check order) {
        int number = p.integer("amendment");
        String key = season.id + "/" + number;
        String by = p.text("by");
        if (fact.name().equals("season.amendment-proposed")) {
            order.that(fact.index() > season.frozen, fact, "OUT_OF_TURN", "rules are not frozen");
            boolean next = number == 1 || proposals.containsKey(season.id + "/" + (number - 1));
            boolean fresh = proposals.putIfAbsent(key, new Proposal(p.text("digest"), by)) == null;
            order.that(next && fresh, fact, "OUT_OF_TURN", "amendment " + number);
            return;
        }
        Proposal known = proposals.get(key);
        if (known == null) {
            order.found(fact, "OUT_OF_TURN", "amendment " + number + " was never proposed");
            return;
        }
        boolean newest = !proposals.containsKey(season.id + "/" + (number + 1));
        order.that(newest && known.version == 0, fact, "OUT_OF_TURN", "amendment " + number + " is closed");
        switch (fact.name()) {
            case "season.amendment-voted" -> voted(known, fact, p, order);
            case "season.amendment-approved" -> {
                order.that(known.carried, fact, "OUT_OF_TURN", "approved without a vote in favour");
                order.that(p.text("digest").equals(known.digest), fact, "OTHER_RULES", "amendment " + number);
                order.that(
                        !season.drafters.contains(by) && !by.equals(known.by), fact, "SAME_PERSON", by + " drafted it");
                order.that(known.approvers.add(by), fact, "SAME_PERSON", by + " approved twice");
            }
            default -> {
                boolean ready = known.carried && known.approvers.size() >= APPROVALS;
                order.that(ready, fact, "OUT_OF_TURN", "published without a vote and two approvals");
                order.that(p.text("digest").equals(known.digest), fact, "OTHER_RULES", "amendment " + number);
                order.that(
                        !season.drafters.contains(by) && !by.equals(known.by), fact, "SAME_PERSON", by + " drafted it");
                order.that(!p.text("notice").isBlank(), fact, "OUT_OF_TURN", "published without a notice");
                known.version = ready ? p.integer("version") : 0;
            }
        }
    }

    private static void voted(Proposal known, StoredFact fact, Json p, Check order) {
        Set<String> persons = new HashSet<>();
        int inFavour = 0;
        int votes = 0;
        for (Json ballot : p.list("ballots")) {
            persons.add(ballot.text("person"));
            votes++;
            inFavour += ballot.flag("inFavour") ? 1 : 0;
        }
        order.that(!known.voted, fact, "OUT_OF_TURN", "voted twice");
        order.that(persons.size() >= VOTERS && persons.size() == votes, fact, "TOO_FEW_VOTERS", votes + " votes");
        boolean carried = 2 * inFavour > votes;
        order.that(carried == p.flag("carried"), fact, "OTHER_OUTCOME", inFavour + " of " + votes);
        known.voted = true;
        known.carried = carried && persons.size() >= VOTERS;
    }

    /** Whether a published change of frozen rules made this the text of a version. */
    boolean made(SeasonStory season, int version, String digest) {
        return proposals.entrySet().stream()
                .filter(e -> e.getKey().startsWith(season.id + "/"))
                .anyMatch(e ->
                        e.getValue().version == version && e.getValue().digest.equals(digest));
    }
}
