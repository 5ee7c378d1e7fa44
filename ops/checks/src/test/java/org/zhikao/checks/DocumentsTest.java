package org.zhikao.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What documents point at is there. */
class DocumentsTest {
    private static final int LONGEST_README = 120;

    @Test
    void everyLinkLeadsSomewhere() {
        List<String> broken = new ArrayList<>();
        Repository.files(".md")
                .forEach(path -> Page.at(path).links().stream()
                        .filter(link -> broken(path, link.text()))
                        .forEach(link -> broken.add(path + ":" + link.number() + " " + link.text())));
        assertThat(broken).isEmpty();
        assertThat(broken("README.md", "ops/nowhere.md")).isTrue();
        assertThat(broken("ops/README.md", "../README.md#x")).isFalse();
        assertThat(broken("README.md", "/etc/hosts")).isTrue();
    }

    private static boolean broken(String page, String link) {
        if (link.startsWith("https://") || link.startsWith("http://") || link.startsWith("#")) {
            return false;
        }
        String file = link.replaceFirst("#.*", "");
        Path target = Repository.ROOT.resolve(page).resolveSibling(file).normalize();
        return file.startsWith("/") || !target.startsWith(Repository.ROOT) || !Files.exists(target);
    }

    private static final Pattern PATH = Pattern.compile("(admissions|workflows|seeds|ops)/[\\w./*-]+");

    /** Paths from the root, named in passing: `ops/db/10-facts.sql`, `ops/decisions/0800-*.md`. */
    @Test
    void everyPathNamedInADocumentExists() {
        List<String> missing = new ArrayList<>();
        Repository.files(".md")
                .forEach(path -> Page.at(path).spans().stream()
                        .filter(span -> PATH.matcher(span.text()).matches()
                                && !span.text().contains("NN"))
                        .filter(span -> !exists(span.text()))
                        .forEach(span -> missing.add(path + ":" + span.number() + " " + span.text())));
        assertThat(missing).isEmpty();
        assertThat(exists("ops/db/1*-facts.sql")).isTrue();
        assertThat(exists("ops/db/1*-fiction.sql")).isFalse();
    }

    private static boolean exists(String named) {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + named.replaceFirst("/$", ""));
        return Repository.files().anyMatch(file -> {
            for (Path path = Path.of(file); path != null; path = path.getParent()) {
                if (matcher.matches(path)) {
                    return true;
                }
            }
            return false;
        });
    }

    @Test
    void aReadmeIsReadInOneGo() {
        assertThat(List.of("README.md"))
                .allSatisfy(path -> assertThat(Repository.read(path).lines().count())
                        .as(path)
                        .isLessThanOrEqualTo(LONGEST_README));
    }

    private static final Pattern TITLE = Pattern.compile("\\A# ([0-9]{4}) (\\S.*)\n");
    private static final Pattern ROW =
            Pattern.compile("^\\| \\[([0-9]{4})\\]\\(([^)]+)\\) \\| (.+) \\|$", Pattern.MULTILINE);

    /** Number and title to file name. */
    private static Map<String, String> decisions() {
        return decisionFiles()
                .collect(Collectors.toMap(
                        path -> {
                            Matcher title = TITLE.matcher(Repository.read(path));
                            assertThat(title.find())
                                    .as("%s begins with its number and title", path)
                                    .isTrue();
                            return title.group(1) + " " + title.group(2);
                        },
                        path -> path.substring(path.lastIndexOf('/') + 1),
                        (one, other) -> {
                            throw new IllegalStateException("one number and title, two files: " + one + ", " + other);
                        },
                        TreeMap::new));
    }

    private static Stream<String> decisionFiles() {
        return Repository.files(".md").filter(path -> path.matches("ops/decisions/(?!README).*"));
    }

    @Test
    void everyDecisionStandsInTheIndex() {
        Map<String, String> listed = new TreeMap<>();
        Matcher row = ROW.matcher(Repository.read("ops/decisions/README.md"));
        while (row.find()) {
            listed.put(row.group(1) + " " + row.group(3), row.group(2));
        }
        assertThat(listed).isEqualTo(decisions());
        assertThat(decisions())
                .allSatisfy((title, file) -> assertThat(file).matches(title.substring(0, 4) + "-[a-z0-9-]+\\.md"));
    }

    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*Test)(\\.(\\w+))?`");

    /** A decision that names a test which is gone is confirmed by nothing. */
    @Test
    void everyDecisionIsConfirmedByATestThatExists() {
        assertThat(decisionFiles()).allSatisfy(path -> {
            String[] parts = Repository.read(path).split("(?m)^## Confirmation$", -1);
            assertThat(parts).as("sections called Confirmation").hasSize(2);
            assertThat(parts[1]).contains("`");
            TEST.matcher(parts[1])
                    .results()
                    .forEach(named -> assertThat(confirms(named.group(1), named.group(3)))
                            .as("%s exists", named.group())
                            .isTrue());
        });
        assertThat(confirms("DocumentsTest", "aReadmeIsReadInOneGo")).isTrue();
        assertThat(confirms("DocumentsTest", "aReadmeIsBurnt")).isFalse();
        assertThat(confirms("NoSuchTest", null)).isFalse();
    }

    private static boolean confirms(String type, String method) {
        return Repository.testJava()
                .filter(path -> path.endsWith("/" + type + ".java"))
                .anyMatch(path -> method == null || Repository.read(path).contains(" " + method + "("));
    }
}
