package org.zhikao.workflows.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhikao.admissions.process.Instruction;
import org.zhikao.admissions.process.Instructions;

/** 指令目录: each registered instruction by its name, and reminders for the rest. */
final class RegisteredInstructions implements Instructions {
    private final Instructions reminders;
    private final Map<String, Instruction> known = new HashMap<>();

    RegisteredInstructions(Instructions reminders, List<Instruction> instructions) {
        this.reminders = reminders;
        for (Instruction instruction : instructions) {
            if (known.put(instruction.name(), instruction) != null) {
                throw new IllegalStateException("registered twice: " + instruction.name());
            }
        }
    }

    @Override
    public void issue(String instruction, String process, String caseKey, String activity) {
        Instruction own = known.get(instruction);
        if (own == null) {
            reminders.issue(instruction, process, caseKey, activity);
        } else {
            own.issue(process, caseKey, activity);
        }
    }
}
