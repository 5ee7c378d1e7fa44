package org.zhikao.workflows.lint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * FEEL as a decision table may use it: comparison, the four operations, ranges, lists, if-then-else and a few named functions.
 *
 * <p>An allow-list over the words of the text: loops, function definitions, contexts, powers and every other call are refused,
 * since FEEL itself knows no limit of time or depth. Nothing is evaluated.
 */
final class Feel {
    private static final int LONGEST = 1_000;
    private static final int DEEPEST = 20;
    private static final int MOST_DIGITS = 18;

    private static final Set<String> FUNCTIONS = Set.of(
            "not",
            "abs",
            "floor",
            "ceiling",
            "min",
            "max",
            "sum",
            "count",
            "date",
            "time",
            "date and time",
            "duration",
            "contains",
            "starts with",
            "ends with",
            "list contains",
            "string length",
            "upper case",
            "lower case");
    /** Words behind which a bracket only groups. */
    private static final Set<String> JOINING = Set.of("and", "or", "in", "if", "then", "else", "between");

    private static final Set<String> FORBIDDEN =
            Set.of("for", "some", "every", "return", "satisfies", "function", "external", "instance");
    private static final String SIGNS = "+-*/()[],<>=!.?";

    private final String text;
    private int at;
    private final Deque<Character> open = new ArrayDeque<>();
    /** Words since the last sign. */
    private final List<String> words = new ArrayList<>();

    private Feel(String text) {
        this.text = text;
    }

    /** Why the text is refused, in Chinese; empty when it is not. */
    static Optional<String> refusal(String text) {
        if (text.length() > LONGEST) {
            return Optional.of("表达式过长");
        }
        return Optional.ofNullable(new Feel(text).read());
    }

    private @Nullable String read() {
        while (at < text.length()) {
            char c = text.charAt(at);
            String problem;
            if (Character.isWhitespace(c)) {
                at++;
                continue;
            } else if (c == '"') {
                problem = literal();
            } else if (c >= '0' && c <= '9') {
                problem = number();
            } else if (Character.isLetter(c) || c == '_') {
                problem = word();
            } else {
                problem = sign(c);
            }
            if (problem != null) {
                return problem;
            }
        }
        return open.isEmpty() ? null : "括号没有配对";
    }

    private @Nullable String literal() {
        words.clear();
        for (int i = at + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == '"') {
                at = i + 1;
                return null;
            }
        }
        return "文字没有结束的引号";
    }

    private @Nullable String number() {
        words.clear();
        int from = at;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        return at - from > MOST_DIGITS ? "数字过长" : null;
    }

    private @Nullable String word() {
        int from = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        String word = text.substring(from, at);
        if (FORBIDDEN.contains(word)) {
            return "表达式使用了循环、函数定义或外部调用（" + word + "）";
        }
        words.add(word);
        return null;
    }

    private @Nullable String sign(char c) {
        at++;
        if (SIGNS.indexOf(c) < 0) {
            return "不允许的符号 " + c;
        }
        if (c == '*' && at < text.length() && text.charAt(at) == '*') {
            return "不允许乘方";
        }
        if (c == '(' && !words.isEmpty() && !callable()) {
            return "不允许的函数：" + String.join(" ", words);
        }
        words.clear();
        if (c == '(' || c == '[') {
            open.push(c);
            return open.size() > DEEPEST ? "括号嵌套超过 " + DEEPEST + " 层" : null;
        }
        // A range may be half open: [60..100) and (60..100] close with the other kind.
        if ((c == ')' || c == ']') && open.poll() == null) {
            return "括号没有配对";
        }
        return null;
    }

    /** True when the last words are a function of the list, or only join. */
    private boolean callable() {
        int size = words.size();
        if (JOINING.contains(words.get(size - 1))) {
            return true;
        }
        for (int length = 1; length <= Math.min(3, size); length++) {
            boolean begins = length == size || JOINING.contains(words.get(size - length - 1));
            if (begins && FUNCTIONS.contains(String.join(" ", words.subList(size - length, size)))) {
                return true;
            }
        }
        return false;
    }
}
