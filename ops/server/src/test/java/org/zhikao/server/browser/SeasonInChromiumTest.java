package org.zhikao.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    private static final String OWN = "correct horse 2026";
    private static final int PHONE = 360;
    private static final int DESK = 1440;
    /** Longest that a step of the demonstration's mass work may take. */
    private static final int PATIENCE_MILLISECONDS = 120_000;

    private WholeDemonstration demonstration;
    private Chromium chromium;

    @BeforeAll
    void open() throws IOException {
        demonstration = new WholeDemonstration();
        chromium = new Chromium();
    }

    @AfterAll
    void close() {
        chromium.close();
        demonstration.close();
    }

    private Page signedIn(BrowserContext window, String login, String password) {
        Page page = window.newPage();
        page.navigate(demonstration.at("/sign-in"));
        page.fill("#login", login);
        page.fill("#password", password);
        page.locator("main form button").click();
        return page;
    }

    @Test
    @Order(1)
    void everyRoleSignsInAndAxeFindsNothingOnItsPages() {
        List<String> findings = new ArrayList<>();
        for (String login : List.of("office", "school", "reviewer1", "college", "auditor", "kaosheng1")) {
            boolean candidate = login.startsWith("kaosheng");
            try (BrowserContext window = chromium.window(candidate ? PHONE : DESK, true)) {
                Page page = signedIn(window, login, DemonstrationDesk.PASSWORD);
                List<?> pages = (List<?>)
                        page.evaluate("[...document.querySelectorAll('.nav a')].map(a => a.getAttribute('href'))");
                assertThat(pages).as(login + " has pages").isNotEmpty();
                for (Object path : pages) {
                    int status =
                            page.navigate(demonstration.at(path.toString())).status();
                    if (status != 200) {
                        findings.add(login + " " + path + " " + status);
                    }
                    for (Rule rule : new AxeBuilder(page).withTags(AA).analyze().getViolations()) {
                        findings.add(login + " " + path + " " + rule.getId() + " "
                                + rule.getNodes().get(0).getHtml());
                    }
                }
            }
        }
        assertThat(findings).isEmpty();
    }

    /** Moves the season on as a visitor would, and waits for the job. */
    private void nextPhase(Page office) {
        office.navigate(demonstration.at("/office"));
        office.locator("form[action='/office/next-phase'] button").click();
        done(office);
    }

    /** By looking, not by script: the content policy lets no string be evaluated. */
    private static void done(Page office) {
        office.locator("#state .status:text-is('已完成')")
                .waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MILLISECONDS));
    }

    @Test
    @Order(2)
    void oneCandidateComesFromACodeToAPlaceWithoutScript() {
        try (BrowserContext desk = chromium.window(DESK, true);
                BrowserContext point = chromium.window(DESK, true);
                BrowserContext phone = chromium.window(PHONE, false)) {
            Page office = signedIn(desk, "office", DemonstrationDesk.PASSWORD);
            Page school = signedIn(point, "school", DemonstrationDesk.PASSWORD);
            Page candidate = applied(school, phone);
            confirmed(school, candidate);

            // 免试阶段, then 考试: the ticket.
            nextPhase(office);
            nextPhase(office);
            candidate.navigate(demonstration.at("/candidate/ticket"));
            while (candidate.locator(".ticket").count() == 0) {
                nextPhase(office);
                candidate.navigate(demonstration.at("/candidate/ticket"));
            }
            String ticket = candidate.locator(".ticket strong").textContent();
            marked(office, ticket);

            candidate.navigate(demonstration.at("/candidate/preferences"));
            while (candidate.getByText("添加志愿").count() == 0) {
                nextPhase(office);
                candidate.navigate(demonstration.at("/candidate/preferences"));
            }
            wishesLocked(candidate);

            candidate.navigate(demonstration.at("/candidate/result"));
            while (candidate.locator("input[value=confirm]").count() == 0) {
                nextPhase(office);
                candidate.navigate(demonstration.at("/candidate/result"));
            }
            candidate.locator("input[value=confirm]").check();
            candidate.locator("input[name=sure]").check();
            candidate.getByText("提交答复").click();
            assertThat(candidate.locator(".status").textContent()).isEqualTo("已确认录取");
        }
    }

    private Page applied(Page school, BrowserContext phone) {
        school.navigate(demonstration.at("/point/accounts"));
        school.fill("#count", "1");
        school.locator("form.search button").click();
        String login = school.locator("main tbody th").textContent();
        String code = school.locator("main tbody td").first().textContent();
        Page page = phone.newPage();
        page.navigate(demonstration.at("/activate"));
        page.fill("#login", login);
        page.fill("#code", code);
        page.fill("#password", OWN);
        page.locator("main form button").click();
        page.fill("#login", login);
        page.fill("#password", OWN);
        page.locator("main form button").click();
        page.getByText("填写报名表").click();
        page.fill("#name", "阿依努尔·买买提");
        page.fill("#identity", "990101200801010012");
        page.fill("#phone", "13800005678");
        page.locator("#track").selectOption(new SelectOption().setIndex(1));
        page.locator("#category").selectOption(new SelectOption().setIndex(1));
        page.selectOption("#kind", "SECONDARY_VOCATIONAL");
        page.locator("main form button").click();
        page.getByText("确认提交").click();
        assertThat(page.locator("h1").textContent()).isEqualTo("报名已提交");
        return page;
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

    /** 登分 by file, as an office does it; the phase opens on the way. */
    private void marked(Page office, String ticket) {
        office.navigate(demonstration.at("/office"));
        while (office.locator("tr:has(th:text-is('登分')) .tag.good").count() == 0) {
            nextPhase(office);
            office.navigate(demonstration.at("/office"));
        }
        StringBuilder csv = new StringBuilder("ticket,component,mark\n");
        for (String mark : List.of("chinese,118", "math,117", "english,79", "theory,198", "skill,228")) {
            csv.append(ticket).append(',').append(mark).append('\n');
        }
        office.navigate(demonstration.at("/office/imports"));
        office.locator("input[value=MARKS]").check();
        office.setInputFiles(
                "#file", new FilePayload("marks.csv", "text/csv", csv.toString().getBytes(StandardCharsets.UTF_8)));
        office.getByText("开始导入").click();
        done(office);
        assertThat(office.locator("#state dd").nth(1).textContent())
                .as("refused rows")
                .isEqualTo("0");
    }

    private void wishesLocked(Page candidate) {
        for (int i = 0; i < 2; i++) {
            candidate.navigate(demonstration.at("/candidate/preferences/units"));
            candidate.locator("button[value=add]").first().click();
        }
        candidate.navigate(demonstration.at("/candidate/preferences"));
        assertThat(candidate.locator(".wishes li").count()).isEqualTo(2);
        candidate.locator("button[value=down]").first().click();
        candidate.navigate(demonstration.at("/candidate/preferences/lock"));
        candidate.locator("input[name=sure]").check();
        candidate.getByText("确认锁定").click();
        assertThat(candidate.locator(".status").textContent()).isEqualTo("您已锁定志愿");
    }
}
