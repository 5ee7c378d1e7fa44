package org.zhikao.workflows;

import java.util.Map;
import java.util.TreeMap;

/**
 * 事实词: what a token waits for, as the message of a receive task or the {@code fact} of a duty says it.
 *
 * <p>Several events may feed one word (confirmed, rejected, returned are all {@code registration.decided}); what tells them
 * apart travels as variables, and these alone may be read by the gateway behind the wait.
 *
 * @param name the word as it stands in models: never changed once a model has been published with it
 * @param variables what every fact of this word brings
 */
public record Word(String name, Map<String, Type> variables) {
    /** 变量类型. */
    public enum Type {
        BOOLEAN,
        TEXT,
        /** An instant in ISO form, fit for a deadline. */
        INSTANT
    }

    public Word {
        variables = Map.copyOf(new TreeMap<>(variables));
    }

    public static Word of(String name) {
        return new Word(name, Map.of());
    }

    public Word brings(String variable, Type type) {
        Map<String, Type> more = new TreeMap<>(variables);
        more.put(variable, type);
        return new Word(name, more);
    }
}
