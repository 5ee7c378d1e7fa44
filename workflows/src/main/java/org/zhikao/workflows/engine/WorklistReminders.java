package org.zhikao.workflows.engine;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.process.Instructions;

/**
 * 催办与上报 as far as the process itself goes: the duty is marked as reminded for its deadline, or shown to a second role. Idempotent, and free of any clock:
 * after a rebuild the deadline fires again and leaves the same mark.
 */
final class WorklistReminders implements Instructions {
    private final JdbcTemplate jdbc;

    WorklistReminders(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    @Override
    public void issue(String instruction, String process, String caseKey, String activity) {
        String mark = switch (instruction) {
            case "remind" -> "reminded";
            case "escalate" -> "escalated";
            default -> throw new IllegalArgumentException("no such instruction: " + instruction);
        };
        jdbc.update(
                "update workflow_duty set " + mark + " = deadline where process_key = ? and case_id = ? and duty = ?",
                process,
                caseKey,
                activity);
    }
}
