package org.zhikao.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What may lie in the repository, and what may stand in its files. */
class RepositoryTest {
    /** Everything here is written by hand or by a test of ours; what others wrote comes by a coordinate and a version. */
    private static final Set<String> OURS = Set.of(
            "java",
            "md",
            "xml",
            "json",
            "yaml",
            "sql",
            "html",
            "css",
            "js",
            "mjs",
            "properties",
            "bpmn",
            "dmn",
            "svg",
            "csv",
            "sha256",
            "sh",
            "config");

    private static final Set<String> SCRIPTS = Set.of(
            ".ci/run",
            "ops/dev",
            "ops/zhikao",
            ".editorconfig",
            ".gitattributes",
            ".gitignore",
            "admissions/web/src/main/npm/.npmrc",
            "ops/server/src/main/resources/META-INF/services/org.axonframework.common.IdentifierFactory");

    @Test
    void everyFileIsTextOfOurs() {
        assertThat(Repository.files()
                        .filter(path -> !SCRIPTS.contains(path))
                        .filter(path -> !OURS.contains(path.substring(path.lastIndexOf('.') + 1))
                                || path.matches(".*[.-]min\\.(js|css)|(.*/)?(node_modules|vendor)/.*")))
                .as("files of a kind that we do not write")
                .isEmpty();
        assertThat(Repository.files().filter(path -> !text(Repository.bytes(path))))
                .as("files that are not UTF-8 text with Unix line ends")
                .isEmpty();
        assertThat(text(new byte[] {'a', '\r', '\n'})).isFalse();
        assertThat(text(new byte[] {(byte) 0xD6, 'a'})).isFalse();
    }

    private static boolean text(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0 || b == '\r') {
                return false;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static List<String> containing(Pattern what, Predicate<String> where) {
        return Repository.files()
                .filter(where)
                .flatMap(path -> {
                    Matcher found = what.matcher(Repository.read(path));
                    return found.find() ? Stream.of(path + ": " + found.group()) : Stream.empty();
                })
                .toList();
    }

    /** A path of one machine works on no other. Written in pieces, or this file would be the first to be found. */
    private static final Pattern MACHINE =
            Pattern.compile("/(wo" + "rk|ro" + "ot|ho" + "me/[a-z]\\w*|Us" + "ers)/|\\.m" + "2/|[A-Z]:\\\\Us" + "ers");

    @Test
    void noFileNamesAPathOfOneMachine() {
        assertThat(containing(MACHINE, path -> true)).isEmpty();
        assertThat(MACHINE.matcher("see /wo" + "rk/notes").find()).isTrue();
        assertThat(MACHINE.matcher("seasons/shandong.yaml").find()).isFalse();
    }

    /** Where packages are fetched from is the business of who builds, not of what is built. */
    private static final Pattern ADDRESS_OF_A_REGISTRY = Pattern.compile(
            "\"resolved\"|^\\s*(\\S*:)?registry\\s*=|<(repository|pluginRepository|mirror)>", Pattern.MULTILINE);

    @Test
    void noFileNamesARegistry() {
        assertThat(containing(
                        ADDRESS_OF_A_REGISTRY,
                        path -> path.matches(
                                "(.*/)?(package(-lock)?\\.json|\\.npmrc|\\.yarnrc|pom\\.xml|settings\\.xml)")))
                .isEmpty();
        assertThat(ADDRESS_OF_A_REGISTRY.matcher("{\"resolved\": \"…\"}").find())
                .isTrue();
        assertThat(ADDRESS_OF_A_REGISTRY.matcher("save=true\nregistry=x").find())
                .isTrue();
    }

    private static final Pattern PROMISE = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|HA" + "CK)\\b");

    @Test
    void nothingShippedIsPromisedForLater() {
        assertThat(containing(PROMISE, path -> !Repository.isTest(path))).isEmpty();
        assertThat(PROMISE.matcher("// TO" + "DO later").find()).isTrue();
    }

    private static final Pattern OWNER = Pattern.compile(
            "\\A--liquibase formatted sql\n-- Owner: (server|views|workflows|web|audit)( \\([a-z ]+\\))?\\. \\S");

    @Test
    void everyTableHasAnOwner() {
        assertThat(Repository.files(".sql").filter(path -> !Repository.isTest(path)))
                .isNotEmpty()
                .allSatisfy(path -> assertThat(Repository.read(path)).containsPattern(OWNER));
        assertThat(OWNER.matcher("--liquibase formatted sql\n\n--changeset x:y\n")
                        .find())
                .isFalse();
    }

    private static final Pattern SLEEP = Pattern.compile("\\bThread\\s*\\.\\s*sleep\\s*\\(");

    @Test
    void testsWaitForWhatHappensAndNotForTime() {
        assertThat(Repository.testJava()
                        .filter(path -> !path.contains("/bad/"))
                        .filter(path -> SLEEP.matcher(JavaText.bare(Repository.read(path)))
                                .find()))
                .isEmpty();
        assertThat(SLEEP.matcher(JavaText.bare("Thread.sleep(1); // no")).find())
                .isTrue();
        assertThat(SLEEP.matcher(JavaText.bare("// Thread.sleep(1)\n String s = \"Thread.sleep(1)\";"))
                        .find())
                .isFalse();
    }

    /** {@code assertThrows(type, call, "text")}: the text is what is said on failure, and is never compared. */
    @Test
    void noTestBelievesThatItChecksAMessage() {
        assertThat(Repository.testJava().filter(path -> threeArguments(Repository.read(path))))
                .isEmpty();
        assertThat(threeArguments("assertThrows(A.class, () -> f(1, 2), \"text\");"))
                .isTrue();
        assertThat(threeArguments("assertThrows(A.class, () -> f(1, g(2, 3)));"))
                .isFalse();
    }

    private static boolean threeArguments(String source) {
        String bare = JavaText.bare(source);
        Matcher call = Pattern.compile("\\bassertThrows\\s*\\(").matcher(bare);
        while (call.find()) {
            int depth = 1;
            int commas = 0;
            for (int i = call.end(); i < bare.length() && depth > 0; i++) {
                char c = bare.charAt(i);
                depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
                commas += c == ',' && depth == 1 ? 1 : 0;
            }
            if (commas > 1) {
                return true;
            }
        }
        return false;
    }
}
