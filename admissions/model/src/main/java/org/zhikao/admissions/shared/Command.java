package org.zhikao.admissions.shared;

/** 指令: an order to one aggregate; ends in an event or in a {@link Refused}, never in silence. */
public interface Command {
    /** The aggregate it is for, as stored: {@code <case>[/<feature>/<n>]}. */
    String target();

    /** Who, when, why. */
    Act act();
}
