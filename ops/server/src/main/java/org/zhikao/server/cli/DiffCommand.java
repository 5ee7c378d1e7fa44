package org.zhikao.server.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.season.diff.RulesChange;
import org.zhikao.admissions.season.diff.RulesDiff;
import org.zhikao.admissions.season.rules.SeasonRules;
import org.zhikao.formats.whatif.WhatIfText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zhikao diff A B}: what two season files say differently, in the words of the rules language. */
@Command(name = "diff", mixinStandardHelpOptions = true, description = "比较两份方案的内容(不比文字排列):0 相同,1 有差异,2 文件不可用")
public final class DiffCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    enum Format {
        text,
        json
    }

    @Parameters(index = "0", paramLabel = "A", description = "原方案:文件,或已提供的省份名")
    private String before = "";

    @Parameters(index = "1", paramLabel = "B", description = "新方案:文件,或已提供的省份名")
    private String after = "";

    @Option(names = "--format", defaultValue = "text", description = "text(默认)或 json(每行一处差异)")
    private Format format = Format.text;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Optional<SeasonRules> a = RulesFiles.readable(before, err);
        Optional<SeasonRules> b = RulesFiles.readable(after, err);
        err.flush();
        if (a.isEmpty() || b.isEmpty()) {
            return 2;
        }
        List<RulesChange> changes = RulesDiff.of(a.get(), b.get());
        for (RulesChange change : changes) {
            if (format == Format.json) {
                out.println(JSON.writeValueAsString(change));
            } else {
                WhatIfText.change(change).forEach(out::println);
            }
        }
        if (format == Format.text) {
            out.println(changes.isEmpty() ? "没有差异 · no difference" : changes.size() + " 处差异 · differences");
        }
        out.flush();
        return changes.isEmpty() ? 0 : 1;
    }
}
