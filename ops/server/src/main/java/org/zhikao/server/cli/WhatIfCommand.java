package org.zhikao.server.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.season.rules.SeasonRules;
import org.zhikao.admissions.whatif.WhatIf;
import org.zhikao.admissions.whatif.WhatIfReport;
import org.zhikao.formats.facts.FactLines;
import org.zhikao.formats.whatif.PastFacts;
import org.zhikao.formats.whatif.WhatIfJson;
import org.zhikao.formats.whatif.WhatIfText;
import org.zhikao.server.database.Database;
import org.zhikao.server.ledger.FactsUnavailable;
import org.zhikao.server.ledger.StoredFacts;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code zhikao what-if}: a draft computed over the facts of a past season; writes nothing. */
@Command(
        name = "what-if",
        mixinStandardHelpOptions = true,
        description = "用草案重新计算一个往年年度的事实,与原方案比较,不写入任何数据:0 完成,2 文件不可用")
public final class WhatIfCommand implements Callable<Integer> {
    enum Format {
        text,
        json
    }

    @Option(names = "--rules", required = true, paramLabel = "DRAFT", description = "草案:方案文件,或已提供的省份名")
    private String draft = "";

    @ArgGroup(exclusive = false, multiplicity = "1")
    private From from = new From();

    /** A file, a season of the data folder, or one season of a file that holds several. */
    private static final class From {
        @Option(
                names = "--facts",
                paramLabel = "FILE",
                description = "事实文件(zhikao facts --out 或 season --keep-facts 所写)")
        private @Nullable Path facts;

        @Option(names = "--season", paramLabel = "ID", description = "年度方案号;没有 --facts 时读数据目录的事实表")
        private @Nullable String season;
    }

    @Option(names = "--data", defaultValue = "data", description = "数据目录(默认 ${DEFAULT-VALUE});或设置 ZHIKAO_DB_URL")
    private Path data = Path.of("data");

    @Option(names = "--format", defaultValue = "text", description = "text(默认)或 json(一个对象)")
    private Format format = Format.text;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            return run(out, err);
        } finally {
            out.flush();
            err.flush();
        }
    }

    private int run(PrintWriter out, PrintWriter err) throws IOException {
        Optional<SeasonRules> rules = RulesFiles.computable(draft, err);
        if (rules.isEmpty()) {
            return 2;
        }
        PastFacts.Past past;
        try {
            Path file = from.facts;
            Optional<PastFacts> facts = file == null ? stored(err) : Optional.of(inFile(file));
            if (facts.isEmpty()) {
                return 2;
            }
            past = facts.get().past(from.season);
        } catch (PastFacts.Unusable | FactLines.Broken e) {
            err.println("事实不可用:" + e.getMessage() + " · unusable facts");
            return 2;
        } catch (java.nio.file.NoSuchFileException e) {
            err.println("找不到文件 " + e.getFile() + " · no such file");
            return 2;
        }
        WhatIfReport report = WhatIf.compare(past.past(), past.held(), rules.get());
        if (format == Format.json) {
            out.println(WhatIfJson.write(report));
        } else {
            WhatIfText.of(report).forEach(out::println);
        }
        return 0;
    }

    private static PastFacts inFile(Path file) throws IOException {
        PastFacts facts = new PastFacts();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            FactLines.read(in, fact -> take(facts, fact.aggregate(), fact.name(), fact.payload()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return facts;
    }

    private Optional<PastFacts> stored(PrintWriter err) throws IOException {
        Optional<Database> opened = FactsDatabase.open(data);
        if (opened.isEmpty()) {
            err.println("目录 " + data + " 中没有数据库 · no database here");
            return Optional.empty();
        }
        PastFacts facts = new PastFacts();
        try (Database database = opened.get();
                Connection connection = database.application().unhurried().connect()) {
            StoredFacts.on(connection)
                    .payloads(PastFacts.NAMES, (aggregate, name, payload) -> take(facts, aggregate, name, payload));
            return Optional.of(facts);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (FactsUnavailable | SQLException e) {
            err.println("事实无法读取:" + e.getMessage());
            return Optional.empty();
        }
    }

    private static void take(PastFacts facts, String aggregate, String name, byte[] payload) {
        try {
            facts.on(aggregate, name, payload);
        } catch (PastFacts.Unusable e) {
            throw new UncheckedIOException(e);
        }
    }
}
