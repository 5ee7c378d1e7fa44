package org.zhikao.server;

import org.zhikao.server.cli.AccountCommand;
import org.zhikao.server.cli.AuditCommand;
import org.zhikao.server.cli.BenchCommand;
import org.zhikao.server.cli.DiffCommand;
import org.zhikao.server.cli.FactsCommand;
import org.zhikao.server.cli.LintCommand;
import org.zhikao.server.cli.PlaceCommand;
import org.zhikao.server.cli.RebuildCommand;
import org.zhikao.server.cli.RehearseCommand;
import org.zhikao.server.cli.RunCommand;
import org.zhikao.server.cli.ScoreCommand;
import org.zhikao.server.cli.SeasonCommand;
import org.zhikao.server.cli.ServeCommand;
import org.zhikao.server.cli.ValidateCommand;
import org.zhikao.server.cli.WhatIfCommand;
import org.zhikao.server.database.DatabaseRefused;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** 职考 on the command line. */
@Command(
        name = "zhikao",
        description = "职考:高职分类考试招生的事件溯源工作流引擎",
        mixinStandardHelpOptions = true,
        subcommands = {
            AccountCommand.class,
            AuditCommand.class,
            BenchCommand.class,
            DiffCommand.class,
            FactsCommand.class,
            LintCommand.class,
            PlaceCommand.class,
            RebuildCommand.class,
            RehearseCommand.class,
            RunCommand.class,
            ScoreCommand.class,
            SeasonCommand.class,
            ServeCommand.class,
            ValidateCommand.class,
            WhatIfCommand.class
        })
public final class Zhikao implements Runnable {
    @Override
    public void run() {
        CommandLine.usage(this, System.err);
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Exit code of the verb; an error of use is 2 and says so in a sentence. */
    static int run(String... arguments) {
        CommandLine line = new CommandLine(new Zhikao());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            // Also when the context that was being started has wrapped it.
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof DatabaseRefused) {
                    command.getErr().println(cause.getMessage());
                    return 2;
                }
            }
            throw failure;
        });
        return line.execute(arguments);
    }
}
