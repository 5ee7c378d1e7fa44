package org.zhikao.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.zhikao.server.security.DemonstrationDesk;

/**
 * No page asks the database once a row: over the demonstration, whose lists are full, no page that a role can reach by links
 * sends one statement many times, and none sends many.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementsPerPageTest {
    /** One text may come once for each of a few named things, such as the season's three processes. */
    private static final int SAME = 3;

    private static final int ALL = 25;
    /** Of the links of one shape, such as candidates of a list, this many are followed. */
    private static final int SAMPLES = 2;

    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CountedStatements statements = new CountedStatements();
    private WholeDemonstration demonstration;

    @BeforeAll
    void open() throws IOException {
        demonstration =
                new WholeDemonstration(generic -> generic.registerBean(CountedStatements.class, () -> statements));
        assertThat(statements).isInstanceOf(BeanPostProcessor.class);
    }

    @AfterAll
    void close() {
        demonstration.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"office", "school", "reviewer1", "college", "auditor", "kaosheng1"})
    void asksAFewTimesHoweverLongItsList(String login) throws Exception {
        HttpClient browser = signedIn(login);
        List<String> findings = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        Map<String, Integer> shapes = new java.util.TreeMap<>();
        Deque<String> ahead = new ArrayDeque<>(List.of("/"));
        while (!ahead.isEmpty()) {
            String path = ahead.poll();
            statements.forget();
            HttpResponse<String> page = get(browser, path);
            Map<String, Integer> asked = statements.asked();
            int all = asked.values().stream().mapToInt(Integer::intValue).sum();
            if (all > ALL) {
                findings.add(path + " asks " + all + " times");
            }
            asked.forEach((sql, times) -> {
                if (times > SAME) {
                    findings.add(path + " asks " + times + " times: " + sql);
                }
            });
            if (page.statusCode() != 200) {
                findings.add(path + " answers " + page.statusCode());
            }
            Matcher link = LINK.matcher(page.body());
            while (link.find()) {
                String next = link.group(1).replace("&amp;", "&");
                String shape = next.replaceAll("[?].*", "?").replaceAll("[^/?]*\\d[^/?]*", "N");
                // The demonstration's claims name evidence by digest, without files.
                if (!next.startsWith("/assets")
                        && !next.contains("/evidence/")
                        && seen.add(next)
                        && shapes.merge(shape, 1, Integer::sum) <= SAMPLES) {
                    ahead.add(next);
                }
            }
        }
        assertThat(seen).as("pages linked to").hasSizeGreaterThan(3);
        assertThat(findings).isEmpty();
    }

    private HttpClient signedIn(String login) throws Exception {
        HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        Matcher token = TOKEN.matcher(get(browser, "/sign-in").body());
        assertThat(token.find()).as("the form carries a token").isTrue();
        String form = "login=" + login + "&password=" + DemonstrationDesk.PASSWORD + "&_csrf="
                + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        HttpResponse<String> home = browser.send(
                HttpRequest.newBuilder(URI.create(demonstration.at("/sign-in")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        assertThat(home.uri().getPath()).isNotEqualTo("/sign-in");
        return browser;
    }

    private HttpResponse<String> get(HttpClient browser, String path) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create(demonstration.at(path))).build(), BodyHandlers.ofString());
    }
}
