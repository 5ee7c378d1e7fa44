package org.zhikao.workflows.engine;

import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultFailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.zhikao.admissions.shared.Refused;

/** A refused instruction would be refused again: no retry, an incident at once. Everything else is tried again. */
final class FailedInstructions extends DefaultFailedJobCommandFactory {
    @Override
    public Command<Object> getCommand(String jobId, Throwable exception) {
        return refused(exception) ? new GiveUp(jobId, exception) : super.getCommand(jobId, exception);
    }

    private static boolean refused(Throwable exception) {
        for (Throwable t = exception; t != null; t = t.getCause()) {
            if (t instanceof Refused) {
                return true;
            }
        }
        return false;
    }

    private static final class GiveUp extends DefaultJobRetryCmd {
        GiveUp(String jobId, Throwable exception) {
            super(jobId, exception);
        }

        @Override
        public Object execute(CommandContext context) {
            JobEntity job = getJob();
            if (job != null) {
                job.unlock();
                logException(job);
                job.setRetries(0);
            }
            return this;
        }
    }
}
