package org.zhikao.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
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
import org.zhikao.admissions.season.SeasonCommand.DraftProcess;

/** The editor of drawings in a browser: in Chinese, from our own files alone, the makers' mark in view, saved as a draft. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SpringBootTest(classes = PlayedServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "spring.web.resources.add-mappings=false")
class EditorInChromiumTest {
    private static final String MARK =
            "() => { const a = document.querySelector('.bjs-powered-by').getBoundingClientRect();"
                    + " const b = document.getElementById('canvas').getBoundingClientRect();"
                    + " const top = document.elementFromPoint(a.x + a.width / 2, a.y + a.height / 2);"
                    + " return a.width > 0 && a.left >= b.left && a.right <= b.right && a.bottom <= b.bottom"
                    + " && top !== null && top.closest('.bjs-powered-by') !== null; }";

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

    /** A name that the check does not like is said beside the drawing before anything is saved. */
    private static void checksWhileDrawing(Page page) {
        page.locator("[data-element-id=receive_eligibility]").first().dblclick();
        page.keyboard().press("Control+A");
        page.keyboard().type("BROKEN");
        page.locator("#canvas").click(new Locator.ClickOptions().setPosition(600, 500));
        page.waitForSelector("#findings[data-state=wrong]");
        assertThat(page.locator("#findings li").innerText()).contains("错误", "receive_eligibility", "填写属性 phase");
        assertThat(page.locator("[data-element-id=receive_eligibility].wrong").count())
                .isEqualTo(1);
    }

    @Test
    void drawsChangesKeepsAndSaves() {
        commands.forget();
        List<String> problems = new ArrayList<>();
        try (BrowserContext window = chromium.window(1440, true)) {
            Page page = window.newPage();
            page.onPageError(error -> problems.add("script error " + error));
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    problems.add("console " + message.text());
                }
            });
            page.onRequest(request -> {
                if (!request.url().startsWith(at("/")) && !request.url().startsWith("data:")) {
                    problems.add("foreign request " + request.url());
                }
            });
            page.navigate(at("/sign-in"));
            page.fill("#login", "office");
            page.fill("#password", PlayedServer.PASSWORD);
            page.locator("main form button").click();
            page.navigate(at("/office/processes/application/2/editor"));
            page.waitForSelector("body[data-ready=yes]");
            assertThat(problems).isEmpty();
            page.locator(".bjs-powered-by").scrollIntoViewIfNeeded();
            assertThat(page.evaluate(MARK)).isEqualTo(true);
            // The words of our processes, and nothing else of the notation.
            assertThat(page.locator(".djs-palette .entry").count()).isEqualTo(9);
            assertThat(page.locator(".djs-palette .entry[aria-label=职责]").count())
                    .isEqualTo(1);
            assertThat(page.locator("#findings").getAttribute("data-state")).isEqualTo("sound");
            page.locator("[data-element-id=receive_eligibility]").first().click();
            assertThat(page.locator("#word").isEnabled()).isTrue();
            page.selectOption("#word", "exam.settled");
            page.waitForFunction(
                    "() => (localStorage.getItem('zhikao.draft/application/2') ?? '').includes('exam.settled')");
            checksWhileDrawing(page);
            page.locator("[data-element-id=receive_eligibility]").first().dblclick();
            page.keyboard().press("Control+A");
            page.keyboard().type("体检");
            page.locator("#canvas").click(new Locator.ClickOptions().setPosition(600, 500));
            page.waitForFunction("() => (localStorage.getItem('zhikao.draft/application/2') ?? '').includes('体检')");
            assertThat(page.locator("#props").innerText()).contains("通用");
            page.locator("#save button").first().click();
            page.waitForURL(at("/office/processes/application/3") + "**");
        }
        assertThat(commands.sent).singleElement().isInstanceOfSatisfying(DraftProcess.class, c -> {
            assertThat(c.base()).isEqualTo(2);
            assertThat(c.bpmn()).contains("name=\"体检\"").contains("receive_eligibility");
        });
        assertThat(problems).allMatch(p -> p.contains("404"));
    }
}
