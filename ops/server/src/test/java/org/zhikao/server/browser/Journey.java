package org.zhikao.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What candidate, school and office do on the way from an activation code to an answer, for the tests that go it. */
final class Journey {
    private static final String OWN = "correct horse 2026";
    /** Longest that a step of the demonstration's mass work may take. */
    private static final int PATIENCE_MILLISECONDS = 120_000;

    private final WholeDemonstration demonstration;

    Journey(WholeDemonstration demonstration) {
        this.demonstration = demonstration;
    }

    Page signedIn(BrowserContext window, String login, String password) {
        Page page = window.newPage();
        page.navigate(demonstration.at("/sign-in"));
        page.fill("#login", login);
        page.fill("#password", password);
        page.locator("main form button").click();
        return page;
    }

    /** Moves the season on as a visitor would, and waits for the job. */
    void nextPhase(Page office) {
        office.navigate(demonstration.at("/office"));
        office.locator("form[action='/office/next-phase'] button").click();
        done(office);
    }

    /** By looking, not by script: the content policy lets no string be evaluated. */
    static void done(Page office) {
        office.locator("#state .status:text-is('已完成')")
                .waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MILLISECONDS));
    }

    /** From an activation code to a submitted application. */
    Page applied(Page school, BrowserContext phone) {
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

    /** 准考证号, moving the season on until there is one. */
    String ticket(Page office, Page candidate) {
        candidate.navigate(demonstration.at("/candidate/ticket"));
        while (candidate.locator(".ticket").count() == 0) {
            nextPhase(office);
            candidate.navigate(demonstration.at("/candidate/ticket"));
        }
        return candidate.locator(".ticket strong").textContent();
    }

    /** 登分 by file, as an office does it; the phase opens on the way. */
    void marked(Page office, String ticket) {
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

    /** Two wishes, in the other order, as soon as the season lets them be given. */
    void wishesLocked(Page office, Page candidate) {
        candidate.navigate(demonstration.at("/candidate/preferences"));
        while (candidate.getByText("添加志愿").count() == 0) {
            nextPhase(office);
            candidate.navigate(demonstration.at("/candidate/preferences"));
        }
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
