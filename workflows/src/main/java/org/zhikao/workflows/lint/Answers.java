package org.zhikao.workflows.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** 答案与去向: whether a gateway has a way for everything that the fact before it may say, and asks for nothing that it never says. */
final class Answers {
    private final Map<String, Set<String>> known;

    /** {@code known}: the answers of the process, by {@code word/variable}. */
    Answers(Map<String, Set<String>> known) {
        this.known = known;
    }

    /** Checks one gateway behind waits for these words; {@code asked}: the conditions of its flows, the default's left out. */
    void check(String gateway, Set<String> words, List<Condition> asked, Findings findings) {
        for (String word : words) {
            Set<String> variables = new TreeSet<>();
            asked.forEach(condition -> variables.addAll(condition.variables()));
            for (String variable : variables) {
                Set<String> answers = known.get(word + "/" + variable);
                if (answers != null) {
                    check(gateway, variable, answers, asked, findings);
                }
            }
        }
    }

    private static void check(
            String gateway, String variable, Set<String> answers, List<Condition> asked, Findings findings) {
        Set<String> left = new TreeSet<>(answers);
        List<Condition> idle = new ArrayList<>(asked);
        for (String answer : answers) {
            for (Condition condition : asked) {
                if (holds(condition, variable, answer)) {
                    left.remove(answer);
                    idle.remove(condition);
                }
            }
        }
        if (left.size() > 1) {
            findings.error(gateway, "answer-missing", "有几种结果没有自己的去向：" + String.join("、", left), "为每种结果画一条流向，至多一种走默认流向");
        }
        if (!idle.isEmpty()) {
            findings.error(
                    gateway,
                    "answer-unknown",
                    "条件所问的结果不会出现",
                    "只用这一事实会带来的结果：" + String.join("、", new TreeSet<>(answers)));
        }
    }

    private static boolean holds(Condition condition, String variable, String answer) {
        try {
            return condition.holds(Map.of(variable, answer));
        } catch (Condition.Undecided otherVariable) {
            // Asks for something beside the answer: whether it holds is not known, so it may.
            return true;
        }
    }
}
