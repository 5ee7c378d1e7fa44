package org.zhikao.server.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zhikao.audit.properties.Violation;
import org.zhikao.formats.placement.CaseExplanation;
import org.zhikao.formats.placement.CaseOutcome;
import org.zhikao.formats.placement.CaseReader;
import org.zhikao.formats.placement.CaseRunner;
import org.zhikao.formats.placement.InputError;
import org.zhikao.formats.placement.PlacementCase;
import org.zhikao.formats.placement.UnusableInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * 投档: runs placement cases, or one market from three tables, and prints the results, one JSON object a line.
 *
 * <p>Exit codes: 0 done; 1 a mechanism that does not exist, or violations under {@code --verify}; 2 an input that cannot be
 * used. Each case is answered by exactly one line on standard output, errors included; what a person should read goes to
 * standard error.
 */
@Command(name = "place", description = "投档：按案例文件或三张表运行录取机制，核验并说明", mixinStandardHelpOptions = true)
public final class PlaceCommand implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int UNUSABLE = 2;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--case",
            paramLabel = "FILE|-",
            description = "one case or a file with a list 'cases'; - reads stdin")
    private @Nullable String caseFile;

    @Option(names = "--verify", description = "exit 1 when a result breaks a published property")
    private boolean verify;

    @Option(names = "--explain", paramLabel = "CANDIDATE", description = "say for each wish of the candidate why")
    private @Nullable String explain;

    @Mixin
    private TableOptions tables = new TableOptions();

    private InputStream in = System.in;

    /** For tests: another standard input. */
    PlaceCommand reading(InputStream other) {
        in = other;
        return this;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            if (caseFile != null && !tables.any()) {
                return cases(bytes(caseFile), out, err);
            }
            if (caseFile == null && tables.any()) {
                return new TableRun(tables, verify, explain).run(out, err);
            }
            err.println(
                    "place needs either --case FILE or --candidates, --units, --preferences, --mechanism and --out");
        } catch (UnusableInput unusable) {
            out.println(error(null, unusable.errors()));
            unusable.errors().forEach(e -> err.println(sentence(e)));
        } catch (NoSuchFileException missing) {
            out.println(error(
                    null,
                    List.of(new InputError("NO_SUCH_FILE", String.valueOf(missing.getMessage()), "no such file"))));
            err.println("no such file: " + missing.getMessage());
        } finally {
            out.flush();
            err.flush();
        }
        return UNUSABLE;
    }

    private byte[] bytes(String file) throws IOException {
        return file.equals("-") ? in.readAllBytes() : Files.readAllBytes(Path.of(file));
    }

    private int cases(byte[] json, PrintWriter out, PrintWriter err) throws UnusableInput {
        int exit = DONE;
        boolean explained = explain == null;
        for (CaseReader.Read read : CaseReader.read(json)) {
            try {
                PlacementCase it = read.placementCase();
                if (it == null) {
                    throw new UnusableInput(read.errors());
                }
                CaseOutcome outcome = CaseRunner.run(it);
                List<Violation> violations = CaseAudit.verify(it, outcome);
                ObjectNode line = outcome.json();
                line.set("violations", violations(it, violations));
                explained |= explain(it, outcome, line);
                out.println(line);
                exit = Math.max(exit, verify && !violations.isEmpty() ? FAILED : DONE);
            } catch (UnusableInput unusable) {
                out.println(error(read.id(), unusable.errors()));
                unusable.errors().forEach(e -> err.println(read.id() + ": " + sentence(e)));
                boolean unknown =
                        unusable.errors().stream().allMatch(e -> e.code().equals("UNKNOWN_MECHANISM"));
                exit = Math.max(exit, unknown ? FAILED : UNUSABLE);
            }
        }
        if (!explained) {
            err.println("no case places a candidate called " + explain);
            return UNUSABLE;
        }
        return exit;
    }

    private boolean explain(PlacementCase it, CaseOutcome outcome, ObjectNode line) {
        if (explain == null) {
            return true;
        }
        Optional<ObjectNode> explanation = CaseExplanation.of(it, outcome, explain);
        explanation.ifPresent(e -> line.set("explanation", e));
        return explanation.isPresent();
    }

    private static ArrayNode violations(PlacementCase it, List<Violation> violations) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Violation v : violations) {
            boolean candidate =
                    v.candidate() >= 0 && v.candidate() < it.candidates().size();
            boolean unit = v.unit() >= 0 && v.unit() < it.units().size();
            array.addObject()
                    .put("property", v.property())
                    .put(
                            "candidate",
                            candidate ? it.candidates().get(v.candidate()).id() : null)
                    .put("unit", unit ? it.units().get(v.unit()).id() : null)
                    .put("detail", v.detail());
        }
        return array;
    }

    /** The first error as {@code error}, all of them below it. */
    static ObjectNode error(@Nullable String id, List<InputError> errors) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("id", id);
        ObjectNode error = line.putObject("error");
        error.put("code", errors.get(0).code());
        error.put("message", sentence(errors.get(0)));
        ArrayNode all = error.putArray("errors");
        errors.forEach(e ->
                all.addObject().put("code", e.code()).put("where", e.where()).put("message", e.message()));
        return line;
    }

    static String sentence(InputError e) {
        return e.code() + (e.where().isEmpty() ? "" : " at " + e.where()) + ": " + e.message();
    }
}
