package org.zhikao.workflows.lint;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 条件: what a gateway may ask: variables, literals, comparison, and, or, not, empty. Nothing else parses.
 *
 * <p>A subset of the engine's expression language with the same meaning; read here without evaluating anything.
 *
 * @param variables the names it reads
 */
record Condition(Set<String> variables) {
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

    Condition {
        variables = Set.copyOf(variables);
    }

    static Optional<Condition> parse(String text) {
        String trimmed = text.trim();
        if (trimmed.length() > LONGEST || !trimmed.startsWith("${") || !trimmed.endsWith("}")) {
            return Optional.empty();
        }
        Reader reader = new Reader(trimmed.substring(2, trimmed.length() - 1));
        try {
            reader.either(0);
            reader.finish();
            return Optional.of(new Condition(reader.variables));
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

        void either(int depth) {
            both(depth);
            while (word("or") || sign("||")) {
                both(depth);
            }
        }

        private void both(int depth) {
            comparison(depth);
            while (word("and") || sign("&&")) {
                comparison(depth);
            }
        }

        private void comparison(int depth) {
            operand(depth);
            if (sign("==")
                    || sign("!=")
                    || sign("<=")
                    || sign(">=")
                    || sign("<")
                    || sign(">")
                    || word("eq")
                    || word("ne")
                    || word("le")
                    || word("ge")
                    || word("lt")
                    || word("gt")) {
                operand(depth);
            }
        }

        private void operand(int depth) {
            if (depth > DEEPEST) {
                throw new NotACondition("too deep");
            }
            if (word("not") || word("empty") || sign("!")) {
                operand(depth + 1);
            } else if (sign("(")) {
                either(depth + 1);
                if (!sign(")")) {
                    throw new NotACondition("unclosed");
                }
            } else if (peek() == '\'' || peek() == '"') {
                literal(peek());
            } else if (Character.isDigit(peek()) || peek() == '-') {
                number();
            } else {
                name();
            }
        }

        private void literal(char quote) {
            int end = text.indexOf(quote, at + 1);
            if (end < 0 || text.substring(at, end).indexOf('\\') >= 0) {
                throw new NotACondition("literal");
            }
            at = end + 1;
        }

        private void number() {
            if (peek() == '-') {
                at++;
            }
            int from = at;
            while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                at++;
            }
            if (at == from || at - from > 18) {
                throw new NotACondition("number");
            }
        }

        private void name() {
            String name = identifier();
            if (name == null || RESERVED.contains(name)) {
                throw new NotACondition("name");
            }
            at += name.length();
            if (name.equals("true") || name.equals("false") || name.equals("null")) {
                return;
            }
            if (KEYWORDS.contains(name) || peek() == '.' || peek() == '[' || peek() == '(' || peek() == ':') {
                throw new NotACondition("only plain variables");
            }
            variables.add(name);
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
