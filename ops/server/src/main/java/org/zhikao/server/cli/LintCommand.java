package org.zhikao.server.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.zhikao.admissions.process.ModelLint;
import org.zhikao.admissions.process.ModelLint.Finding;
import org.zhikao.admissions.process.ModelLint.Severity;
import org.zhikao.workflows.lint.Linter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zhikao lint}: checks BPMN and DMN files; 0 clean, 1 with errors, 2 unreadable. */
@Command(name = "lint", description = "检查 BPMN 与 DMN 文件：0 无错误，1 有错误，2 无法读取", mixinStandardHelpOptions = true)
public final class LintCommand implements Callable<Integer> {
    private static final int CLEAN = 0;
    private static final int ERRORS = 1;
    private static final int UNREADABLE = 2;

    enum Format {
        TEXT,
        JSON
    }

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "BPMN 或 DMN 文件")
    private List<Path> files = List.of();

    @Option(names = "--format", defaultValue = "text", description = "text 或 json（每行一个发现）")
    private Format format = Format.TEXT;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ModelLint lint = Linter.ofThisRelease();
        int code = CLEAN;
        for (Path file : files) {
            code = Math.max(code, check(lint, file, out));
        }
        out.flush();
        return code;
    }

    private int check(ModelLint lint, Path file, PrintWriter out) {
        byte[] content;
        try {
            // One byte more than is allowed is enough to know.
            try (var in = Files.newInputStream(file)) {
                content = in.readNBytes((1 << 20) + 1);
            }
        } catch (IOException e) {
            spec.commandLine().getErr().println("无法读取 " + file + "：" + e.getMessage());
            return UNREADABLE;
        }
        List<Finding> findings = lint.check(file.toString(), content);
        findings.forEach(finding -> print(finding, out));
        if (findings.stream().anyMatch(f -> f.rule().equals("not-xml"))) {
            return UNREADABLE;
        }
        return findings.stream().anyMatch(f -> f.severity() == Severity.ERROR) ? ERRORS : CLEAN;
    }

    private void print(Finding finding, PrintWriter out) {
        String severity = finding.severity().name().toLowerCase(Locale.ROOT);
        if (format == Format.TEXT) {
            out.println(finding.file() + ": " + (finding.element().isEmpty() ? "" : finding.element() + ": ") + severity
                    + " " + finding.rule() + ": " + finding.message() + "。" + finding.fix());
            return;
        }
        ObjectNode line = new ObjectMapper().createObjectNode();
        line.put("file", finding.file())
                .put("element", finding.element())
                .put("rule", finding.rule())
                .put("severity", severity)
                .put("message", finding.message())
                .put("fix", finding.fix());
        out.println(line);
    }
}
