package org.zhikao.audit.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zhikao.audit.replay.TokenNet.Case;

/** 应有的令牌: where the facts of one dossier say that its tokens stand, in the application and in each exemption review. */
final class Tokens {
    private @Nullable Case application;
    private final List<Case> reviews = new ArrayList<>();

    /** Lets the tokens hear one fact of the dossier. */
    void dossier(String name, Json p) {
        switch (name) {
            case "registration.submitted" -> application = new Case(TokenNet.APPLICATION, "receive_eligibility");
            case "registration.confirmed" -> hear("decided", "CONFIRMED");
            case "registration.rejected" -> hear("decided", "REJECTED");
            case "registration.returned" -> hear("decided", "RETURNED");
            case "registration.resubmitted" -> hear("resubmitted", "");
            case "registration.withdrawn" -> {
                if (application != null) {
                    application.end("end_withdrawn");
                }
                reviews.forEach(review -> review.end("end_withdrawn"));
            }
            case "exam.arranged" -> hear("settled", "EXAM");
            case "scoring.released" -> hear("released", p.at("result").flag("eligible") ? "ELIGIBLE" : "INELIGIBLE");
            case "preference.locked", "preference.lapsed" -> hear("preferred", "");
            case "placement.placed" -> hear("placement", "PLACED");
            case "placement.not-placed" -> {
                if (!p.flag("last")) {
                    hear("placement", "NEXT");
                } else if (application != null) {
                    application.hearOrEnd("placement", "LEFT", "end_not_placed");
                }
            }
            case "placement.confirmed" -> hear("answered", "ACCEPTED");
            case "placement.declined" -> hear("answered", "DECLINED");
            default -> {
                if (name.startsWith("exemption.")) {
                    review(name, p);
                }
            }
        }
    }

    private void hear(String word, String answer) {
        if (application != null) {
            application.hear(word, answer);
        }
    }

    private void review(String name, Json p) {
        if (name.equals("exemption.claimed") || name.equals("exemption.appealed")) {
            boolean school = p.text("stage", "").equals("SCHOOL_CHECK");
            reviews.add(new Case(TokenNet.REVIEW, school ? "user_school_check" : "receive_turn"));
            return;
        }
        Case review = reviews.get(p.integer("claim") - 1);
        switch (name) {
            case "exemption.attested" -> review.hear("attested", "");
            case "exemption.assigned", "exemption.opinion-taken-back" -> review.hear("turn", p.text("stage"));
            case "exemption.notice-posted" -> review.hear("turn", "PUBLIC_NOTICE");
            case "exemption.opinion", "exemption.handed-back" -> review.hear("reviewed", "");
            case "exemption.relation" -> {
                if (p.flag("redrawn")) {
                    review.hear("reviewed", "");
                }
            }
            case "exemption.evidence-requested" -> review.hear("reviewed", "RETURNED");
            case "exemption.evidence" -> review.pass("evidence", "");
            case "exemption.objection" -> review.hear("notice", "OBJECTION");
            case "exemption.objection-decided" -> review.hear("objection", "");
            case "exemption.notice-closed" -> review.hear("notice", "CLOSED");
            case "exemption.approved" -> {
                review.hear("turn", "APPROVED");
                if (p.text("effect").equals("FULL_FREE")) {
                    hear("settled", "EXEMPT");
                }
            }
            case "exemption.refused" -> review.hear("turn", "REFUSED");
            case "exemption.waived" -> {
                if (p.text("effect").isEmpty()) {
                    review.end("end_waived");
                } else if (p.text("effect").equals("FULL_FREE")) {
                    hear("placement", "WAIVED");
                }
            }
            case "exemption.withdrawn" -> review.end("end_withdrawn");
            default -> {}
        }
    }

    /** Adds this dossier's tokens to the counts by process and activity. */
    void count(Map<String, Map<String, Long>> counts) {
        if (application != null) {
            count(counts, "application", application);
        }
        reviews.forEach(review -> count(counts, "exemption-review", review));
    }

    static void count(Map<String, Map<String, Long>> counts, String process, Case tokens) {
        Map<String, Long> byActivity = counts.computeIfAbsent(process, k -> new TreeMap<>());
        tokens.at().forEach(activity -> byActivity.merge(activity, 1L, Long::sum));
    }

    /** The season's own token; {@code rounds}: how many rounds its rules have. */
    static Case season(List<String[]> words) {
        Case season = new Case(TokenNet.SEASON, "receive_registration_opened");
        words.forEach(word -> season.hear(word[0], word[1]));
        return season;
    }
}
