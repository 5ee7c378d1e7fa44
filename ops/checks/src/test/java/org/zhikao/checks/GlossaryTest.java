package org.zhikao.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.shared.EventNames;
import org.zhikao.admissions.shared.RefusalCode;

/** The glossary in {@code admissions/README.md} and the code speak one language. */
class GlossaryTest {
    private static final String PAGE = "admissions/README.md";
    private static final Pattern SECTION = Pattern.compile("## ([a-z]+) .+");
    private static final Pattern ROW = Pattern.compile("\\| ([^|`]+) \\| `(\\w+)` \\| ([^|]+) \\|");
    private static final String NO_CLAUSE = "—";

    /** A row of the glossary; {@code section} is the package that its type lives in. */
    private record Term(String section, String chinese, String type, String clauses) {}

    private static List<Term> glossary() {
        List<Term> terms = new ArrayList<>();
        String section = "";
        for (String line : Repository.read(PAGE).split("\n", -1)) {
            Matcher heading = SECTION.matcher(line);
            Matcher row = ROW.matcher(line);
            if (heading.matches()) {
                section = heading.group(1);
            } else if (row.matches()) {
                terms.add(new Term(
                        section,
                        row.group(1).strip(),
                        row.group(2),
                        row.group(3).strip()));
            }
        }
        return terms;
    }

    /** The type behind a row: directly in the package of its section, or nested in a type there. */
    private static Optional<JavaClass> type(Term term) {
        String home = House.above(org.zhikao.admissions.season.Season.class) + "." + term.section();
        return House.SHIPPED.stream()
                .filter(type -> type.getPackageName().equals(home)
                        && type.getSimpleName().equals(term.type()))
                .findFirst();
    }

    @Test
    void everyTermHasAType() {
        assertThat(glossary())
                .isNotEmpty()
                .allSatisfy(term -> assertThat(type(term)).isPresent());
        assertThat(type(new Term("season", "", "Saison", ""))).isEmpty();
    }

    @Test
    void everyFactCommandAggregateAndRefusalHasOneTerm() {
        List<String> named = glossary().stream()
                .map(term -> type(term).map(JavaClass::getName).orElse("nothing"))
                .toList();
        assertThat(named).doesNotHaveDuplicates();
        Set<String> owed = new TreeSet<>();
        FactsAndCommandsTest.facts().forEach(type -> owed.add(type.getName()));
        FactsAndCommandsTest.commands().forEach(type -> owed.add(type.getName()));
        FactsAndCommandsTest.aggregates().forEach(type -> owed.add(type.getName()));
        // Refusals of commands: those beside an aggregate or its facts, not what a reader of files says.
        Set<String> homes =
                FactsAndCommandsTest.facts().stream().map(Class::getPackageName).collect(Collectors.toSet());
        House.SHIPPED.stream()
                .filter(JavaClass::isEnum)
                .filter(type -> type.isAssignableTo(RefusalCode.class) && homes.contains(type.getPackageName()))
                .forEach(type -> owed.add(type.getName()));
        named.forEach(owed::remove);
        assertThat(owed).as("types without a term").isEmpty();
    }

    /** A lawyer who reads a page, the glossary or the source meets the same noun. */
    @Test
    void pagesCallAFactWhatTheGlossaryCallsIt() throws IOException {
        Properties pages = new Properties();
        pages.load(new StringReader(Repository.read("admissions/web/src/main/resources/messages.properties")));
        Map<String, String> shown = new HashMap<>();
        Map<String, String> written = new HashMap<>();
        glossary()
                .forEach(term -> type(term)
                        .map(JavaClass::getName)
                        .filter(EventNames::isEvent)
                        .map(EventNames::nameOf)
                        .ifPresent(name -> {
                            written.put(name, term.chinese());
                            shown.put(name, pages.getProperty("fact." + name));
                        }));
        assertThat(written).isNotEmpty().isEqualTo(shown);
    }

    private static final Pattern JAVADOC = Pattern.compile("/\\*\\*\\s*\\*?\\s*([\\u4e00-\\u9fff]+)");

    /** Types and commands whose Javadoc opens with the official term open with the term of the glossary. */
    @Test
    void sourcesCallATypeWhatTheGlossaryCallsIt() {
        Map<String, String> written = new HashMap<>();
        Map<String, String> opened = new HashMap<>();
        glossary()
                .forEach(term -> opening(term).filter(words -> !words.isEmpty()).ifPresent(words -> {
                    written.put(term.section() + "." + term.type(), term.chinese());
                    opened.put(term.section() + "." + term.type(), words);
                }));
        assertThat(written).hasSizeGreaterThan(40).isEqualTo(opened);
    }

    private static Optional<String> opening(Term term) {
        return type(term).filter(type -> !EventNames.isEvent(type.getName())).map(type -> {
            String file = "admissions/model/src/main/java/"
                    + type.getName().replaceFirst("\\$.*", "").replace('.', '/') + ".java";
            String source = Repository.read(file);
            Matcher declared = Pattern.compile("\\b(class|record|enum|interface) " + term.type() + "\\b")
                    .matcher(source);
            assertThat(declared.find()).as(term.type()).isTrue();
            int from = source.lastIndexOf("/**", declared.start());
            // The comment belongs to the declaration only when nothing else is declared in between.
            if (from < 0
                    || source.substring(source.indexOf("*/", from), declared.start())
                            .matches("(?s).*[;{}].*")) {
                return "";
            }
            Matcher words = JAVADOC.matcher(source).region(from, declared.start());
            return words.lookingAt() ? words.group(1) : "";
        });
    }

    @Test
    void everyClauseIsInTheCatalogue() throws IOException {
        Set<String> catalogue = StreamSupport.stream(
                        new ObjectMapper()
                                .readTree(
                                        Repository.bytes("admissions/formats/src/main/resources/policies/clauses.json"))
                                .get("clauses")
                                .spliterator(),
                        false)
                .map(clause -> clause.get("id").asText())
                .collect(Collectors.toSet());
        assertThat(glossary()).allSatisfy(term -> {
            if (!term.clauses().equals(NO_CLAUSE)) {
                assertThat(catalogue).contains(term.clauses().split("、", -1));
            }
        });
        assertThat(catalogue).hasSizeGreaterThan(70).doesNotContain("99.9");
    }
}
