package org.zhikao.checks;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.zhikao.server.bad.Faults;

/** Packages say what they are, logs say which line it was, and nobody waits or talks where it does not belong. */
class PackagesAndLogsTest {
    private static List<String> unmarked(Iterable<JavaClass> classes) {
        return StreamSupport.stream(classes.spliterator(), false)
                .map(JavaClass::getPackage)
                .distinct()
                .filter(one -> !one.isAnnotatedWith(NullMarked.class))
                .map(one -> one.getName())
                .sorted()
                .toList();
    }

    @Test
    void everyPackageIsNullMarkedAndSaysWhatItIs() {
        assertThat(unmarked(House.SHIPPED)).as("packages without @NullMarked").isEmpty();
        assertThat(Repository.mainJava()
                        .map(path -> path.substring(0, path.lastIndexOf('/')) + "/package-info.java")
                        .distinct()
                        .filter(info -> !Repository.read(info).startsWith("/**")))
                .as("packages that do not say what they are")
                .isEmpty();
        assertThat(unmarked(
                        new ClassFileImporter().importPackages(House.below(org.zhikao.admissions.bad.Faults.class))))
                .isNotEmpty();
    }

    private static final ArchRule NOBODY_SLEEPS = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "sleep", long.class, int.class)
            .because("who sleeps hopes; who waits asks whether it has come");

    @Test
    void nobodySleeps() {
        House.holds(NOBODY_SLEEPS);
        assertThat(House.refuses(NOBODY_SLEEPS, Faults.Waits.class)).isTrue();
    }

    private static final ArchRule RESULTS_LEAVE_BY_THE_COMMAND_LINE = noClasses()
            .that(not(resideInAPackage(House.COMMAND_LINE)))
            .should()
            .accessField(System.class, "out")
            .because("standard output carries the result of a verb and nothing else");

    @Test
    void resultsLeaveByTheCommandLine() {
        House.holds(RESULTS_LEAVE_BY_THE_COMMAND_LINE);
        assertThat(House.refuses(RESULTS_LEAVE_BY_THE_COMMAND_LINE, Faults.TalksPastTheCommandLine.class))
                .isTrue();
    }

    private static final ArchRule LOGGERS_HAVE_ONE_NAME = fields().that()
            .haveRawType(Logger.class)
            .should()
            .haveName("LOG")
            .andShould()
            .bePrivate()
            .andShould()
            .beStatic()
            .andShould()
            .beFinal()
            .because("calls are found, and their codes checked, by this name");

    @Test
    void loggersHaveOneName() {
        House.holds(LOGGERS_HAVE_ONE_NAME);
        assertThat(House.refuses(LOGGERS_HAVE_ONE_NAME, Faults.LogsUnderAnotherName.class))
                .isTrue();
    }

    private static final Pattern CALL =
            Pattern.compile("\\bLOG\\s*\\.(trace|debug|info|warn|error|at[A-Z]\\w*)\\s*\\(");
    private static final Pattern CODED =
            Pattern.compile("\\s*\"([A-Z]{3}-[A-Z]{2,3}-[0-9]{3}) [a-z]", Pattern.MULTILINE);

    /** Code to file, for every log call in {@code source}; a call without a code is noted under its own place. */
    private static Map<String, List<String>> codes(String path, String source) {
        Map<String, List<String>> found = new TreeMap<>();
        String code = JavaText.code(source);
        Matcher call = CALL.matcher(code);
        while (call.find()) {
            Matcher coded = CODED.matcher(code).region(call.end(), code.length());
            found.merge(
                    coded.lookingAt() ? coded.group(1) : "no code at " + path + ":" + line(code, call.start()),
                    List.of(path),
                    (one, other) -> Stream.concat(one.stream(), other.stream()).toList());
        }
        return found;
    }

    static Map<String, List<String>> codes() {
        Map<String, List<String>> all = new TreeMap<>();
        Repository.mainJava()
                .forEach(path -> codes(path, Repository.read(path))
                        .forEach((code, files) -> all.merge(
                                code,
                                files,
                                (one, other) -> Stream.concat(one.stream(), other.stream())
                                        .toList())));
        return all;
    }

    private static long line(String text, int at) {
        return 1 + text.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    @Test
    void everyLogLineHasACodeOfItsOwn() {
        assertThat(codes()).isNotEmpty().allSatisfy((code, files) -> {
            assertThat(code).matches("[A-Z]{3}-[A-Z]{2,3}-[0-9]{3}");
            assertThat(files).as("where %s is logged", code).hasSize(1);
        });
        assertThat(codes("X.java", "LOG.warn(\n  \"ADM-WF-001 lost {}\", x);"))
                .containsExactly(entry("ADM-WF-001", List.of("X.java")));
        assertThat(codes("X.java", "LOG.warn(\"lost {}\", x);")).containsOnlyKeys("no code at X.java:1");
    }

    /** Who is called at night looks a code up; a code that is not there helps nobody. */
    @Test
    void everyLogCodeStandsInTheRunbook() {
        List<String> explained = Pattern.compile("(?m)^\\| `([A-Z]{3}-[A-Z]{2,3}-[0-9]{3})` \\|")
                .matcher(Repository.read("ops/runbook/log-codes.md"))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(explained).containsExactlyInAnyOrderElementsOf(codes().keySet());
    }
}
