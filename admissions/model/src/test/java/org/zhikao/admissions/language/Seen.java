package org.zhikao.admissions.language;

import java.util.HashSet;
import java.util.Set;
import org.zhikao.admissions.shared.RefusalCode;

/** What the scenes of this run have sent, expected and seen refused. */
public final class Seen {
    private static final Set<Class<?>> COMMANDS = new HashSet<>();
    private static final Set<Class<?>> EVENTS = new HashSet<>();
    private static final Set<RefusalCode> CODES = new HashSet<>();

    private Seen() {}

    static void command(Object sent) {
        COMMANDS.add(sent.getClass());
    }

    static void event(Object expected) {
        EVENTS.add(expected.getClass());
    }

    static void code(RefusalCode expected) {
        CODES.add(expected);
    }

    public static Set<Class<?>> commands() {
        return Set.copyOf(COMMANDS);
    }

    public static Set<Class<?>> events() {
        return Set.copyOf(EVENTS);
    }

    public static Set<RefusalCode> codes() {
        return Set.copyOf(CODES);
    }
}
