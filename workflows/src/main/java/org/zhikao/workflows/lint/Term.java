package org.zhikao.workflows.lint;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of a condition, answering what the engine's expression language answers: texts, whole numbers, booleans and null,
 * each turned into the other's kind by that language's rules.
 */
@FunctionalInterface
interface Term {
    @Nullable
    Object value(Map<String, Object> brought);

    static Term variable(String name) {
        return brought -> {
            Object value = brought.get(name);
            if (value == null) {
                throw new Condition.Undecided("nothing brought " + name);
            }
            return value;
        };
    }

    static Term or(Term left, Term right) {
        return brought -> truth(left.value(brought)) || truth(right.value(brought));
    }

    static Term and(Term left, Term right) {
        return brought -> truth(left.value(brought)) && truth(right.value(brought));
    }

    static Term not(Term term) {
        return brought -> !truth(term.value(brought));
    }

    static Term empty(Term term) {
        return brought -> {
            Object value = term.value(brought);
            return value == null || "".equals(value);
        };
    }

    static Term same(Term left, Term right) {
        return brought -> same(left.value(brought), right.value(brought));
    }

    static Term below(Term left, Term right) {
        return brought -> {
            Object a = left.value(brought);
            Object b = right.value(brought);
            return a != null && b != null && order(a, b) < 0;
        };
    }

    /** Two nulls are at most each other; a null and anything else are not. */
    static Term atMost(Term left, Term right) {
        return brought -> {
            Object a = left.value(brought);
            Object b = right.value(brought);
            return a == null ? b == null : b != null && order(a, b) <= 0;
        };
    }

    private static boolean same(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return a == b;
        }
        if (a instanceof Long || b instanceof Long) {
            return number(a) == number(b);
        }
        if (a instanceof Boolean || b instanceof Boolean) {
            return truth(a) == truth(b);
        }
        return a.equals(b);
    }

    private static int order(Object a, Object b) {
        if (a instanceof Long || b instanceof Long) {
            return Long.compare(number(a), number(b));
        }
        if (a instanceof Boolean left && b instanceof Boolean right) {
            return Boolean.compare(left, right);
        }
        return a.toString().compareTo(b.toString());
    }

    private static long number(Object value) {
        if (value instanceof Long number) {
            return number;
        }
        if (value instanceof String text) {
            try {
                return text.isEmpty() ? 0 : Long.parseLong(text);
            } catch (NumberFormatException e) {
                throw new Condition.Undecided("not a number");
            }
        }
        throw new Condition.Undecided("not a number");
    }

    private static boolean truth(@Nullable Object value) {
        if (value == null) {
            return false;
        }
        if (value instanceof Boolean truth) {
            return truth;
        }
        if (value instanceof String text) {
            return Boolean.parseBoolean(text);
        }
        throw new Condition.Undecided("not a yes or no");
    }
}
