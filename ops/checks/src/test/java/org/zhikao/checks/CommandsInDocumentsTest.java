package org.zhikao.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhikao.server.Zhikao;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Commands in documents exist. A line of a code block is parsed as the program would parse it, so a missing option or a wrong
 * value is found too; a usage in running text is checked by the names in it.
 */
class CommandsInDocumentsTest {
    private static final Pattern DEV_VERB = Pattern.compile("(?m)^  ([a-z]+)\\) ");
    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Z_]+=.*");

    /** What a terminal of the supported systems has beside our own commands. */
    private static final Set<String> TOOLS = Set.of(
            "tar", "cp", "install", "ls", "pg_dump", "pg_restore", "createdb", "psql", "export", "cd", "kill", "curl");

    @Test
    void everyLineOfACodeBlockCanBeTyped() {
        List<String> wrong = new ArrayList<>();
        Repository.files(".md")
                .forEach(path -> Page.at(path).code().stream()
                        .filter(line -> ours(line.text()))
                        .forEach(line -> typed(line.text())
                                .forEach(fault -> wrong.add(path + ":" + line.number() + " " + fault))));
        assertThat(wrong).isEmpty();
        assertThat(typed("ops/zhikao audit --all --data data  # every day")).isEmpty();
        assertThat(typed("ops/zhikao audit --everything")).isNotEmpty();
        assertThat(typed("ops/zhikao audit")).as("a choice is missing").isNotEmpty();
        assertThat(typed("ops/zhikao serve --port many")).isNotEmpty();
        assertThat(typed("ops/zhikao reindex")).isNotEmpty();
        assertThat(typed("ops/zhikao account office-1"))
                .as("an option is missing")
                .isNotEmpty();
        assertThat(typed("ops/dev deploy")).isNotEmpty();
        assertThat(typed("ops/dev run --port 8081")).isEmpty();
        assertThat(typed("ops/dev run --color")).isNotEmpty();
        assertThat(typed("ZHIKAO_JAVA_OPTIONS=-Xmx2g ops/zhikao serve")).isEmpty();
    }

    @Test
    void everyUsageNamesWhatExists() {
        List<String> wrong = new ArrayList<>();
        Repository.files(".md")
                .forEach(path -> Page.at(path).spans().stream()
                        .filter(span -> ours(span.text()))
                        .forEach(span -> named(span.text())
                                .forEach(fault -> wrong.add(path + ":" + span.number() + " " + fault))));
        assertThat(wrong).isEmpty();
        assertThat(named("ops/zhikao lint FILE… [--format json]")).isEmpty();
        assertThat(named("ops/zhikao lint FILE… [--colour json]")).isNotEmpty();
        assertThat(named("ops/zhikao paint")).isNotEmpty();
        assertThat(named("ops/zhikao VERB")).isEmpty();
    }

    @Test
    void everyVerbIsExplainedSomewhere() {
        Set<String> explained = Repository.files(".md")
                .map(Page::at)
                .flatMap(page -> Stream.concat(page.code().stream(), page.spans().stream()))
                .filter(line -> ours(line.text()))
                .map(line -> words(line.text()))
                .filter(words -> words.size() > 1 && words.get(0).equals("ops/zhikao"))
                .map(words -> words.get(1))
                .collect(Collectors.toSet());
        assertThat(explained).containsAll(program().getSubcommands().keySet());
    }

    /** Only what is written for people at a terminal; a diagram or a listing is no command. */
    @Test
    void theRunbookUsesToolsThatAreThere() {
        List<String> unknown = new ArrayList<>();
        Repository.files(".md")
                .filter(path -> path.startsWith("ops/runbook/"))
                .forEach(path -> Page.at(path).code().stream()
                        .map(line -> words(line.text()))
                        .filter(words ->
                                !words.isEmpty() && !words.get(0).startsWith("ops/") && !TOOLS.contains(words.get(0)))
                        .forEach(words -> unknown.add(path + " " + words.get(0))));
        assertThat(unknown).isEmpty();
    }

    private static final Pattern VARIABLE = Pattern.compile("ZHIKAO_[A-Z_]+");

    @Test
    void everyVariableInADocumentIsRead() {
        Set<String> read =
                variables(Stream.concat(Repository.mainJava(), Stream.of("ops/zhikao", "ops/dev", ".ci/run")));
        read.addAll(variables(Repository.testJava().filter(path -> path.endsWith("/Chromium.java"))));
        assertThat(read).containsAll(variables(Repository.files(".md"))).doesNotContain("ZHIKAO_COLOUR");
    }

    private static Set<String> variables(Stream<String> files) {
        return files.flatMap(path -> VARIABLE.matcher(Repository.read(path)).results())
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean ours(String line) {
        List<String> words = words(line);
        return !words.isEmpty() && Set.of("ops/zhikao", "ops/dev").contains(words.get(0));
    }

    /** As the program would take it. */
    private static List<String> typed(String line) {
        List<String> words = words(line);
        if (line.contains("[") || line.contains("…")) {
            return named(line);
        }
        if (words.get(0).equals("ops/dev")) {
            return developer(words);
        }
        try {
            program().parseArgs(words.subList(1, words.size()).toArray(String[]::new));
            return List.of();
        } catch (ParameterException e) {
            return List.of(e.getMessage());
        }
    }

    private static List<String> developer(List<String> words) {
        Set<String> verbs = DEV_VERB.matcher(Repository.read("ops/dev"))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        if (words.size() < 2 || !verbs.contains(words.get(1))) {
            return List.of("ops/dev knows " + verbs);
        }
        List<String> options = words.subList(2, words.size());
        return words.get(1).equals("run")
                ? typed("ops/zhikao demo " + String.join(" ", options))
                : options.isEmpty() ? List.of() : List.of("ops/dev " + words.get(1) + " takes no options");
    }

    /** By names alone: placeholders, brackets and alternatives are for the reader. */
    private static List<String> named(String usage) {
        List<String> words = words(usage);
        String verb = words.size() > 1 ? words.get(1) : "--help";
        if (words.get(0).equals("ops/dev")) {
            return developer(words.subList(0, Math.min(2, words.size())));
        }
        if (verb.startsWith("-") || verb.matches("[A-Z…]+")) {
            return List.of();
        }
        CommandLine command = program().getSubcommands().get(verb);
        if (command == null) {
            return List.of("no verb " + verb);
        }
        for (int i = 2; i < words.size() && command.getSubcommands().containsKey(words.get(i)); i++) {
            command = command.getSubcommands().get(words.get(i));
        }
        Set<String> known = command.getCommandSpec().optionsMap().keySet();
        return Arrays.stream(usage.split("[\\s\\[\\]()|,…=]+"))
                .filter(word -> word.matches("--?[a-z].*") && !known.contains(word))
                .map(word -> verb + " has no option " + word)
                .toList();
    }

    private static CommandLine program() {
        return new CommandLine(new Zhikao()).setCaseInsensitiveEnumValuesAllowed(true);
    }

    /** The words of the first command of a line, without comment, variables set before it, pipes and what comes behind. */
    private static List<String> words(String line) {
        String command = line.strip().replaceFirst("(^|\\s)#.*", "").replaceFirst("\\s(\\||>|&&|;|&).*", "");
        List<String> words = new ArrayList<>();
        Pattern.compile("[^\\s\"']*(\"[^\"]*\"|'[^']*')?[^\\s\"']*")
                .matcher(command)
                .results()
                .map(found -> found.group().replaceAll("[\"']", ""))
                .filter(word -> !word.isEmpty())
                .forEach(words::add);
        while (!words.isEmpty() && ASSIGNMENT.matcher(words.get(0)).matches()) {
            words.remove(0);
        }
        return words;
    }

    @Test
    void theLaunchersAreThere() {
        assertThat(Stream.of("ops/zhikao", "ops/dev", ".ci/run"))
                .allMatch(script -> Files.isExecutable(Repository.ROOT.resolve(script)));
    }
}
