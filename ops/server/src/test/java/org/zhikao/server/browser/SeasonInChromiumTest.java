package org.zhikao.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.zhikao.server.security.DemonstrationDesk;

/** The real thing from end to end: every role signs in, and one candidate comes from an activation code to a place. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SeasonInChromiumTest {
    private static final List<String> AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final int PHONE = 360;
    private static final int DESK = 1440;

    private WholeDemonstration demonstration;
    private Journey journey;
    private Chromium chromium;

    @BeforeAll
    void open() throws IOException {
        demonstration = new WholeDemonstration();
        journey = new Journey(demonstration);
        chromium = new Chromium();
    }

    @AfterAll
    void close() {
        chromium.close();
        demonstration.close();
    }

    @Test
    @Order(1)
    void everyRoleSignsInAndAxeFindsNothingOnItsPages() {
        List<String> findings = new ArrayList<>();
        for (String login : List.of("office", "school", "reviewer1", "college", "auditor", "kaosheng1")) {
            boolean candidate = login.startsWith("kaosheng");
            try (BrowserContext window = chromium.window(candidate ? PHONE : DESK, true)) {
                Page page = journey.signedIn(window, login, DemonstrationDesk.PASSWORD);
                List<?> pages = (List<?>)
                        page.evaluate("[...document.querySelectorAll('.nav a')].map(a => a.getAttribute('href'))");
                assertThat(pages).as(login + " has pages").isNotEmpty();
                for (Object path : pages) {
                    int status =
                            page.navigate(demonstration.at(path.toString())).status();
                    if (status != 200) {
                        findings.add(login + " " + path + " " + status);
                    }
                    for (Rule rule : new AxeBuilder(page)
                            .withTags(AA)
                            .setLegacyMode(true)
                            .analyze()
                            .getViolations()) {
                        findings.add(login + " " + path + " " + rule.getId() + " "
                                + rule.getNodes().get(0).getHtml());
                    }
                }
            }
        }
        assertThat(findings).isEmpty();
    }

    @Test
    @Order(2)
    void oneCandidateComesFromACodeToAPlaceWithoutScript() {
        try (BrowserContext desk = chromium.window(DESK, true);
                BrowserContext point = chromium.window(DESK, true);
                BrowserContext phone = chromium.window(PHONE, false)) {
            Page office = journey.signedIn(desk, "office", DemonstrationDesk.PASSWORD);
            Page school = journey.signedIn(point, "school", DemonstrationDesk.PASSWORD);
            Page candidate = journey.applied(school, phone);
            confirmed(school, candidate);

            // 免试阶段, then 考试: the ticket.
            journey.nextPhase(office);
            journey.nextPhase(office);
            journey.marked(office, journey.ticket(office, candidate));

            journey.wishesLocked(office, candidate);

            candidate.navigate(demonstration.at("/candidate/result"));
            while (candidate.locator("input[value=confirm]").count() == 0) {
                journey.nextPhase(office);
                candidate.navigate(demonstration.at("/candidate/result"));
            }
            candidate.locator("input[value=confirm]").check();
            candidate.locator("input[name=sure]").check();
            candidate.getByText("提交答复").click();
            assertThat(candidate.locator(".status").textContent()).isEqualTo("已确认录取");
        }
    }

    private void confirmed(Page school, Page candidate) {
        candidate.navigate(demonstration.at("/candidate"));
        assertThat(candidate.locator(".status").textContent()).isEqualTo("待资格审核");
        String reference = candidate.locator("dd.code").first().textContent();
        school.navigate(demonstration.at("/point/cases/" + reference));
        assertThat(school.locator("h1").textContent()).contains("阿依努尔·买买提");
        school.locator("input[value=confirm]").check();
        school.getByText("提交决定").click();
        candidate.navigate(demonstration.at("/candidate"));
        assertThat(candidate.locator(".status").textContent()).isEqualTo("资格审核通过");
    }
}
