package org.zhikao.workflows.lint;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 条件: what a gateway may ask: variables, literals, comparison, and, or, not, empty. Nothing else parses.
 *
 * <p>A subset of the engine's expression language with the same meaning: {@link #holds} answers what the engine would, and a
 * test compares the two. Reading evaluates nothing.
 */
public final class Condition {
    private static final int LONGEST = 500;
    private static final int DEEPEST = 20;

    /** Names that the engine gives a meaning of its own. */
    private static final Set<String> RESERVED =
            Set.of("execution", "task", "caseExecution", "authenticatedUserId", "instruction");

    private static final Set<String> KEYWORDS = Set.of(
            "and",
            "or",
            "not",
            "empty",
            "eq",
            "ne",
            "lt",
            "le",
            "gt",
            "ge",
            "true",
            "false",
            "null",
            "div",
            "mod",
            "instanceof");

    private final Set<String> variables;
    private final Term term;

    private Condition(Set<String> variables, Term term) {
        this.variables = Set.copyOf(variables);
        this.term = term;
    }

    /** The names it reads. */
    public Set<String> variables() {
        return variables;
    }

    /**
     * Whether it holds for what a fact brought.
     *
     * @throws Undecided where the engine would fail: a name that the fact does not bring, or an answer that is no yes or no
     */
    public boolean holds(Map<String, Object> brought) {
        if (term.value(brought) instanceof Boolean answer) {
            return answer;
        }
        throw new Undecided("not a yes or no");
    }

    /** 条件无法判断: the engine could not decide it either. */
    public static final class Undecided extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Undecided(String what) {
            super(what, null, false, false);
        }
    }

    public static Optional<Condition> parse(String text) {
        String trimmed = text.trim();
        if (trimmed.length() > LONGEST || !trimmed.startsWith("${") || !trimmed.endsWith("}")) {
            return Optional.empty();
        }
        Reader reader = new Reader(trimmed.substring(2, trimmed.length() - 1));
        try {
            Term term = reader.either(0);
            reader.finish();
            return Optional.of(new Condition(reader.variables, term));
        } catch (NotACondition e) {
            return Optional.empty();
        }
    }

    private static final class NotACondition extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotACondition(String what) {
            super(what, null, false, false);
        }
    }

    private static final class Reader {
        final Set<String> variables = new LinkedHashSet<>();
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        Term either(int depth) {
            Term left = both(depth);
            while (word("or") || sign("||")) {
                left = Term.or(left, both(depth));
            }
            return left;
        }

        private Term both(int depth) {
            Term left = comparison(depth);
            while (word("and") || sign("&&")) {
                left = Term.and(left, comparison(depth));
            }
            return left;
        }

        private Term comparison(int depth) {
            Term left = operand(depth);
            if (sign("==") || word("eq")) {
                return Term.same(left, operand(depth));
            } else if (sign("!=") || word("ne")) {
                return Term.not(Term.same(left, operand(depth)));
            } else if (sign("<=") || word("le")) {
                return Term.atMost(left, operand(depth));
            } else if (sign(">=") || word("ge")) {
                return Term.atMost(operand(depth), left);
            } else if (sign("<") || word("lt")) {
                return Term.below(left, operand(depth));
            } else if (sign(">") || word("gt")) {
                return Term.below(operand(depth), left);
            }
            return left;
        }

        private Term operand(int depth) {
            if (depth > DEEPEST) {
                throw new NotACondition("too deep");
            }
            if (word("not") || sign("!")) {
                return Term.not(operand(depth + 1));
            } else if (word("empty")) {
                return Term.empty(operand(depth + 1));
            } else if (sign("(")) {
                Term inside = either(depth + 1);
                if (!sign(")")) {
                    throw new NotACondition("unclosed");
                }
                return inside;
            } else if (peek() == '\'' || peek() == '"') {
                return literal(peek());
            } else if (Character.isDigit(peek()) || peek() == '-') {
                return number();
            }
            return name();
        }

        private Term literal(char quote) {
            int end = text.indexOf(quote, at + 1);
            if (end < 0 || text.substring(at, end).indexOf('\\') >= 0) {
                throw new NotACondition("literal");
            }
            String value = text.substring(at + 1, end);
            at = end + 1;
            return brought -> value;
        }

        private Term number() {
            boolean negative = peek() == '-';
            if (negative) {
                at++;
            }
            int from = at;
            while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                at++;
            }
            if (at == from || at - from > 18) {
                throw new NotACondition("number");
            }
            Long value = Long.parseLong(text.substring(from, at)) * (negative ? -1 : 1);
            return brought -> value;
        }

        private Term name() {
            String name = identifier();
            if (name == null || RESERVED.contains(name)) {
                throw new NotACondition("name");
            }
            at += name.length();
            if (name.equals("null")) {
                return brought -> null;
            }
            if (name.equals("true") || name.equals("false")) {
                Boolean value = name.equals("true");
                return brought -> value;
            }
            if (KEYWORDS.contains(name) || peek() == '.' || peek() == '[' || peek() == '(' || peek() == ':') {
                throw new NotACondition("only plain variables");
            }
            variables.add(name);
            return Term.variable(name);
        }

        private @Nullable String identifier() {
            peek();
            int end = at;
            while (end < text.length() && asciiLetterOrDigit(text.charAt(end))) {
                end++;
            }
            return end == at || Character.isDigit(text.charAt(at)) ? null : text.substring(at, end);
        }

        private static boolean asciiLetterOrDigit(char c) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
        }

        private boolean word(String word) {
            String next = identifier();
            if (!word.equals(next)) {
                return false;
            }
            at += word.length();
            return true;
        }

        private boolean sign(String sign) {
            peek();
            if (!text.startsWith(sign, at)) {
                return false;
            }
            at += sign.length();
            return true;
        }

        private char peek() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return at < text.length() ? text.charAt(at) : 0;
        }

        void finish() {
            if (peek() != 0) {
                throw new NotACondition("more");
            }
        }
    }
}
