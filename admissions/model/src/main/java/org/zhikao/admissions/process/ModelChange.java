package org.zhikao.admissions.process;

import java.util.List;

/**
 * 模型变化: one thing that two versions of a model say differently.
 *
 * @param what {@code element} or {@code flow}
 * @param differences field by field; of an added or removed one, all its fields
 */
public record ModelChange(Kind kind, String what, String id, String name, List<Difference> differences) {
    public ModelChange {
        differences = List.copyOf(differences);
    }

    /** 变化种类. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** 字段变化; empty where one side does not say it. */
    public record Difference(String field, String before, String after) {}
}
