package org.zhikao.audit.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 流程图的含义, restated: at which wait a token takes which word and where it goes from there. A word may carry an answer
 * ({@code decided CONFIRMED}); a wait takes the word whatever the answer, and {@code *} stands for every other answer.
 */
final class TokenNet {
    static final TokenNet APPLICATION = new TokenNet("""
            receive_eligibility  decided CONFIRMED   receive_arrangement
            receive_eligibility  decided REJECTED    end_rejected
            receive_eligibility  decided RETURNED    receive_resubmission
            receive_resubmission resubmitted *       receive_eligibility
            receive_arrangement  settled EXAM        receive_result
            receive_arrangement  settled EXEMPT      receive_placement
            receive_result       released ELIGIBLE   receive_preferences
            receive_result       released INELIGIBLE receive_placement
            receive_preferences  preferred *         receive_placement
            receive_placement    placement PLACED    receive_answer
            receive_placement    placement WAIVED    receive_arrangement
            receive_placement    placement NEXT      receive_preferences
            receive_placement    placement LEFT      end_not_placed
            receive_answer       answered ACCEPTED   end_confirmed
            receive_answer       answered DECLINED   end_declined
            """);

    static final TokenNet REVIEW = new TokenNet("""
            user_school_check    attested *                receive_turn
            receive_turn         turn FIRST_REVIEW         user_first_review
            receive_turn         turn SECOND_REVIEW        user_second_review
            receive_turn         turn THIRD_REVIEW         user_third_review
            receive_turn         turn PROVINCE_REVIEW      user_province_review
            receive_turn         turn FINAL_DECISION       user_final_decision
            receive_turn         turn PUBLIC_NOTICE        receive_notice
            receive_turn         turn APPROVED             end_approved
            receive_turn         turn REFUSED              end_refused
            user_first_review    reviewed RETURNED         receive_evidence
            user_first_review    reviewed *                receive_turn
            user_second_review   reviewed RETURNED         receive_evidence
            user_second_review   reviewed *                receive_turn
            user_third_review    reviewed RETURNED         receive_evidence
            user_third_review    reviewed *                receive_turn
            user_province_review reviewed RETURNED         receive_evidence
            user_province_review reviewed *                receive_turn
            user_final_decision  reviewed RETURNED         receive_evidence
            user_final_decision  reviewed *                receive_turn
            receive_evidence     evidence *                receive_turn
            receive_notice       notice OBJECTION          user_objection
            receive_notice       notice CLOSED             receive_turn
            user_objection       objection *               receive_notice
            """);

    static final TokenNet SEASON = new TokenNet("""
            receive_registration_opened opened REGISTRATION receive_registration_closed+receive_exemption_opened
            receive_registration_closed closed REGISTRATION and_windows_closed
            receive_exemption_opened    opened EXEMPTION    receive_exemption_closed
            receive_exemption_closed    closed EXEMPTION    and_windows_closed
            receive_exam_opened         opened EXAM         receive_exam_closed
            receive_exam_closed         closed EXAM         receive_scoring_opened
            receive_scoring_opened      opened SCORING      receive_scoring_closed
            receive_scoring_closed      closed SCORING      receive_preference_opened
            receive_preference_opened   opened PREFERENCE   receive_preference_closed
            receive_preference_closed   closed PREFERENCE   receive_placement_opened
            receive_placement_opened    opened PLACEMENT    receive_run_computed
            receive_run_computed        computed *          receive_run_checked
            receive_run_checked         checked CLEAN       receive_run_published
            receive_run_checked         checked *           receive_run_computed
            receive_run_published       published *         receive_placement_closed
            receive_placement_closed    closed PLACEMENT    receive_confirmation_opened
            receive_confirmation_opened opened CONFIRMATION receive_confirmation_closed
            receive_confirmation_closed closed CONFIRMATION receive_preference_opened
            receive_confirmation_closed closed-last *       end_closed
            """);

    /** By wait and word: the places by answer. */
    private final Map<String, Map<String, String>> moves = new HashMap<>();

    private TokenNet(String table) {
        table.lines().forEach(line -> {
            String[] cell = line.strip().split(" +", -1);
            moves.computeIfAbsent(cell[0] + " " + cell[1], k -> new HashMap<>()).put(cell[2], cell[3]);
        });
    }

    /** Where the token at {@code wait} goes with the word; null when it does not wait for it. */
    @Nullable
    String next(String wait, String word, String answer) {
        Map<String, String> answers = moves.get(wait + " " + word);
        if (answers == null) {
            return null;
        }
        String to = answers.get(answer);
        return to == null ? answers.get("*") : to;
    }

    /** 令牌: the tokens of one case, and the words that came before anybody waited for them. */
    static final class Case {
        private final TokenNet net;
        private final List<String> at = new ArrayList<>();
        private final List<String[]> pending = new ArrayList<>();

        Case(TokenNet net, String start) {
            this.net = net;
            at.add(start);
        }

        List<String> at() {
            return at;
        }

        int pending() {
            return pending.size();
        }

        boolean ended() {
            return at.size() == 1 && at.get(0).startsWith("end_");
        }

        /** The word moves a token now, or is kept until one waits for it. */
        void hear(String word, String answer) {
            if (ended()) {
                return;
            }
            if (!offer(word, answer)) {
                pending.add(new String[] {word, answer});
                return;
            }
            boolean moved = true;
            while (moved && !ended()) {
                moved = pending.removeIf(kept -> !ended() && offer(kept[0], kept[1]));
            }
            if (ended()) {
                pending.clear();
            }
        }

        /** As {@link #hear}, but a word that nobody waits for is dropped. */
        void pass(String word, String answer) {
            if (!ended() && at.stream().anyMatch(a -> net.next(a, word, answer) != null)) {
                hear(word, answer);
            }
        }

        /** As {@link #hear}, but a word that nobody waits for ends the case. */
        void hearOrEnd(String word, String answer, String end) {
            if (at.stream().anyMatch(a -> net.next(a, word, answer) != null)) {
                hear(word, answer);
            } else {
                end(end);
            }
        }

        void end(String end) {
            if (!ended()) {
                at.clear();
                at.add(end);
                pending.clear();
            }
        }

        private boolean offer(String word, String answer) {
            for (int i = 0; i < at.size(); i++) {
                String to = net.next(at.get(i), word, answer);
                if (to != null) {
                    at.remove(i);
                    at.addAll(List.of(to.split("\\+", -1)));
                    join();
                    return true;
                }
            }
            return false;
        }

        /** Both windows closed: the two tokens become one. */
        private void join() {
            if (at.stream().filter("and_windows_closed"::equals).count() == 2) {
                at.removeIf("and_windows_closed"::equals);
                at.add("receive_exam_opened");
            }
        }
    }
}
