package org.zhikao.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.zhikao.web.Visits.Visit;

/**
 * Every page of some accounts as a browser has it: no accessibility finding, nothing fetched from elsewhere, no error of a
 * script, no sideways scrolling. Two classes share the accounts, so that two Java machines share the time.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SpringBootTest(classes = PlayedServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "spring.web.resources.add-mappings=false")
abstract class AxeOnPages {
    /** What a page brings along, and the parts of the browser itself, such as its viewer of documents. */
    private static final Pattern OWN = Pattern.compile("^(data|blob|chrome|chrome-extension):");

    private final boolean candidates;

    @LocalServerPort
    private int port;

    private Chromium chromium;

    /** @param candidates the pages of candidates and of who has not signed in, on a phone; else the desks' */
    AxeOnPages(boolean candidates) {
        this.candidates = candidates;
    }

    @BeforeAll
    void open() {
        chromium = new Chromium();
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }

    /** Pages by account, so that each signs in once. */
    private Map<String, List<Visit>> byAccount() {
        return Visits.all()
                .filter(visit -> ofACandidate(visit.login()) == candidates)
                .collect(Collectors.groupingBy(Visit::login, TreeMap::new, Collectors.toList()));
    }

    private static boolean ofACandidate(String login) {
        return login.isEmpty() || PlayedServer.ACCOUNTS.get(login).candidate() != null;
    }

    @Test
    void nothingIsFoundOnAnyPage() {
        List<String> findings = new ArrayList<>();
        byAccount().forEach((login, visits) -> visit(login, visits, findings));
        assertThat(findings).isEmpty();
    }

    private void visit(String login, List<Visit> visits, List<String> findings) {
        try (BrowserContext window = chromium.window(candidates ? 360 : 1440, true)) {
            Page page = window.newPage();
            page.onPageError(error -> findings.add(login + " script error " + error));
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    findings.add(login + " console " + message.text());
                }
            });
            page.onRequest(request -> {
                if (!request.url().startsWith(at("/"))
                        && !OWN.matcher(request.url()).find()) {
                    findings.add(login + " foreign request " + request.url());
                }
            });
            if (!login.isEmpty()) {
                page.navigate(at("/sign-in"));
                page.fill("#login", login);
                page.fill("#password", PlayedServer.PASSWORD);
                page.locator("main form button").click();
            }
            for (Visit visit : visits) {
                Response answer = page.navigate(at(visit.path()));
                if (answer.status() >= 400) {
                    findings.add(visit + " " + answer.status());
                }
                Accessibility.findings(page).forEach(finding -> findings.add(visit + " " + finding));
                int width = candidates ? 320 : 1440;
                page.setViewportSize(width, 900);
                int taken = (Integer) page.evaluate("document.documentElement.scrollWidth");
                if (taken > width) {
                    findings.add(visit + " scrolls sideways: " + taken);
                }
                page.setViewportSize(candidates ? 360 : 1440, 900);
            }
        }
    }
}
