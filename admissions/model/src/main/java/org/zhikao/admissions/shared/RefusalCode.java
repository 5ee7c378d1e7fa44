package org.zhikao.admissions.shared;

import java.util.Map;

/** 拒绝代码: the stable code of a refusal; every feature's refusal enum implements it. */
public interface RefusalCode {
    /** The enum constant's name. */
    String name();

    /** Refuses with this code unless {@code ok}. */
    default void unless(boolean ok) {
        if (!ok) {
            throw new Refused(this, Map.of());
        }
    }

    /** Refuses with this code and one parameter unless {@code ok}. */
    default void unless(boolean ok, String parameter, Object value) {
        if (!ok) {
            throw new Refused(this, Map.of(parameter, String.valueOf(value)));
        }
    }
}
