package org.zhikao.workflows;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhikao.admissions.duty.DutyEvent.DutyDecided;

/**
 * 自定职责: duties that only a drawing knows, such as 体检 or 面试. Each has a word of its own, all are completed by one kind of
 * fact, and a gateway behind one reads its outcome.
 */
public final class OwnDuties {
    private static final String FACT = "duty.decided/";
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern WORKING_DAYS = Pattern.compile("workingDays([1-9][0-9]?)");

    private OwnDuties() {}

    /** The word that completes the duty of this code. */
    public static Word word(String code) {
        return Word.of(FACT + code).brings("outcome", Word.Type.TEXT);
    }

    /** The code in a word of this shape; empty for every other word. */
    public static Optional<String> code(String word) {
        if (!word.startsWith(FACT)) {
            return Optional.empty();
        }
        String code = word.substring(FACT.length());
        return CODE.matcher(code).matches() ? Optional.of(code) : Optional.empty();
    }

    /** How the fact of a duty is called where a published process binds it. */
    public static String fact(String code) {
        return FACT + code;
    }

    /** The rule by which decisions move the tokens of a process. */
    public static FactRule<DutyDecided> rule(String process) {
        return FactRule.of(DutyDecided.class, DutyDecided::about)
                .when(e -> e.process().equals(process))
                .feeds(e -> word(e.duty()))
                .brings(e -> Map.of("outcome", e.outcome()));
    }

    /** The number in {@code workingDays5}, which every fact brings to the deadlines that ask for it; 0 for another name. */
    public static int workingDays(String variable) {
        Matcher matcher = WORKING_DAYS.matcher(variable);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}
