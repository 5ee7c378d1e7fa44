package org.zhikao.server.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zhikao.audit.replay.Finding;
import org.zhikao.audit.replay.Replay;
import org.zhikao.audit.replay.Standing;
import org.zhikao.audit.replay.StoredFact;
import org.zhikao.audit.replay.Verdict;
import org.zhikao.server.database.Database;
import org.zhikao.server.ledger.FactsUnavailable;
import org.zhikao.server.ledger.LedgerAudit;
import org.zhikao.server.ledger.StoredFacts;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Computes everything again from the stored facts and says what was altered, is missing or does not belong. */
@Command(name = "audit", description = "从已存事实重新计算一切,指出被改动、缺失或多出的事实", mixinStandardHelpOptions = true)
public final class AuditCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Which which = new Which();

    @Option(names = "--as-of", description = "只看到这一时刻为止的事实,如 2026-05-01T00:00:00Z(与 --candidate 同用)")
    private @Nullable Instant asOf;

    @Option(names = "--data", defaultValue = "data", description = "数据目录(默认 ${DEFAULT-VALUE});或设置 ZHIKAO_DB_URL")
    private Path data = Path.of("data");

    @Option(names = "--checkpoint", description = "自己留存的检查点文件,账本必须仍然包含它")
    private @Nullable Path checkpoint;

    /** Everything or one candidate. */
    private static final class Which {
        @Option(names = "--all", description = "核查全部")
        @SuppressWarnings("UnusedVariable") // the choice itself: no candidate is named
        private boolean all;

        @Option(names = "--candidate", description = "只看一名考生(考生档案号)")
        private @Nullable String candidate;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        if (asOf != null && which.candidate == null) {
            err.println("--as-of 须与 --candidate 同用");
            return 2;
        }
        Optional<Database> opened = FactsDatabase.open(data);
        if (opened.isEmpty()) {
            err.println("目录 " + data + " 中没有数据库");
            return 2;
        }
        try (Database database = opened.get();
                Connection connection = database.application().unhurried().connect()) {
            StoredFacts facts = StoredFacts.on(connection);
            String candidate = which.candidate;
            return candidate == null ? all(facts, out) : one(facts, candidate, out, err);
        } catch (FactsUnavailable | SQLException e) {
            err.println("事实无法读取:" + e.getMessage());
            return 2;
        }
    }

    private int all(StoredFacts facts, PrintWriter out) throws Exception {
        Replay replay = Replay.of(facts);
        List<Verdict> verdicts = new ArrayList<>(replay.verdicts());
        if (replay.over()) {
            verdicts.add(replay.finalStates());
        }
        verdicts.add(LedgerAudit.of(facts, data, checkpoint));
        out.println(
                "facts " + replay.facts() + ", candidates " + replay.candidates() + ", by status " + replay.statuses());
        out.println("facts digest      " + replay.factsDigest());
        out.println("placements digest " + replay.placementsDigest());
        return print(verdicts, out);
    }

    private int one(StoredFacts facts, String candidate, PrintWriter out, PrintWriter err) {
        List<StoredFact> seasons = new ArrayList<>();
        List<StoredFact> dossier = new ArrayList<>();
        facts.seasons(seasons::add);
        facts.of(candidate, dossier::add);
        Standing standing = Standing.of(candidate, seasons, dossier, asOf);
        if (standing.unknown()) {
            err.println("没有考生 " + candidate + (asOf == null ? "" : " 在 " + asOf + " 之前的事实"));
            return 2;
        }
        standing.facts().forEach(out::println);
        standing.lines().forEach(out::println);
        return print(Replay.ofSome(StoredFacts.held(seasons, dossier)).verdicts(), out);
    }

    /** One line a check; exit 1 when one fails, naming the first fact concerned. */
    private static int print(List<Verdict> verdicts, PrintWriter out) {
        verdicts.forEach(v -> out.println((v.ok() ? "[ok]   " : "[FAIL] ") + v.name() + ": " + v.detail()));
        boolean sound = verdicts.stream().allMatch(Verdict::ok);
        if (!sound) {
            verdicts.stream()
                    .flatMap(v -> java.util.stream.Stream.ofNullable(v.first()))
                    .min(Comparator.comparingLong(Finding::index))
                    .ifPresent(first -> out.println("first: " + first));
        }
        out.flush();
        return sound ? 0 : 1;
    }
}
