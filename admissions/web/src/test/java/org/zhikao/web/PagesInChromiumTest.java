package org.zhikao.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** The pages as a browser has them: no script needed, the keyboard enough, light. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SpringBootTest(classes = PlayedServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(
        properties = {
            "server.compression.enabled=true",
            "server.compression.min-response-size=512",
            "server.compression.mime-types=text/html,text/css,image/svg+xml",
            "spring.web.resources.add-mappings=false"
        })
class PagesInChromiumTest {
    private static final int FIRST_VISIT = 30 * 1024;

    @LocalServerPort
    private int port;

    @Autowired
    private PlayedServer.RecordedCommands commands;

    private Chromium chromium;

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

    private void signIn(Page page, String login) {
        page.navigate(at("/sign-in"));
        page.fill("#login", login);
        page.fill("#password", PlayedServer.PASSWORD);
        page.locator("main form button").click();
    }

    @Test
    void aCandidateAppliesAndOrdersWishesWithoutScript() {
        commands.forget();
        try (BrowserContext phone = chromium.window(360, false)) {
            Page page = phone.newPage();
            signIn(page, "fresh");
            page.getByText("填写报名表").click();
            page.fill("#name", "周知远");
            page.fill("#identity", "990101200801010011");
            page.fill("#phone", "13800005678");
            page.selectOption("#track", "spring");
            page.locator("#category").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
            page.selectOption("#kind", "SECONDARY_VOCATIONAL");
            page.locator("main form button").click();
            assertThat(page.locator("#identity-flaw").textContent()).contains("校验位");
            page.fill("#identity", "990101200801010012");
            page.locator("main form button").click();
            assertThat(page.locator("h1").textContent()).isEqualTo("核对报名信息");
            page.getByText("确认提交").click();
            assertThat(page.locator("h1").textContent()).isEqualTo("报名已提交");
        }
        try (BrowserContext phone = chromium.window(360, false)) {
            Page page = phone.newPage();
            signIn(page, "wishing");
            page.navigate(at("/candidate/preferences"));
            page.locator("button[value=down]").first().click();
            page.navigate(at("/candidate/preferences/lock"));
            page.locator("input[name=sure]").check();
            page.getByText("确认锁定").click();
            assertThat(page.locator("h1").textContent()).isEqualTo("填报志愿");
        }
        assertThat(commands.sent).hasSize(3);
    }

    @Test
    void theKeyboardAloneReachesTheContentAndSignsIn() {
        try (BrowserContext window = chromium.window(1440, true)) {
            Page page = window.newPage();
            page.navigate(at("/sign-in"));
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
            page.keyboard().press("Enter");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
            page.keyboard().press("Tab");
            page.keyboard().type("office");
            page.keyboard().press("Tab");
            page.keyboard().type(PlayedServer.PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL(at("/office"));
        }
    }

    @Test
    void aFirstVisitIsLight() {
        try (BrowserContext phone = chromium.window(360, true)) {
            Page page = phone.newPage();
            List<Integer> bytes = new ArrayList<>();
            page.onRequestFinished(
                    request -> bytes.add(request.sizes().responseBodySize + request.sizes().responseHeadersSize));
            page.navigate(at("/"));
            page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
            assertThat(bytes.stream().mapToInt(Integer::intValue).sum())
                    .isPositive()
                    .isLessThan(FIRST_VISIT);
            assertThat(phone.cookies()).as("a public page sets no cookie").isEmpty();
        }
    }
}
