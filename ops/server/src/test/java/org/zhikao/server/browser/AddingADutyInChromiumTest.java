package org.zhikao.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.process.ProcessModels;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.server.security.DemonstrationDesk;

/**
 * 体检, brought into the drawing of a running season by one officer and published by another: who had applied before and who
 * applies afterwards both owe it, and no request gets past it.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AddingADutyInChromiumTest {
    private static final int DESK = 1440;
    private static final int PHONE = 360;
    private static final String PROCESSES = "/office/processes/application/";

    private WholeDemonstration demonstration;
    private Journey journey;
    private Chromium chromium;
    private JdbcTemplate jdbc;
    /** Had applied before anything was drawn. */
    private CandidateId old;

    @BeforeAll
    void open() throws IOException {
        demonstration = new WholeDemonstration();
        journey = new Journey(demonstration);
        chromium = new Chromium();
        jdbc = demonstration.context().getBean(JdbcTemplate.class);
        old = new CandidateId(jdbc.queryForList(
                        "select candidate from candidate_view where status = 'SUBMITTED' and point ="
                                + " (select organisation from account where login = 'school') order by candidate limit 1",
                        String.class)
                .get(0));
    }

    @AfterAll
    void close() {
        chromium.close();
        demonstration.close();
    }

    private Page signedIn(BrowserContext window, String login) {
        return journey.signedIn(window, login, DemonstrationDesk.PASSWORD);
    }

    @Test
    @Order(1)
    void oneDrawsAndRehearsesAnotherApprovesAndPublishes() throws IOException {
        try (BrowserContext first = chromium.window(DESK, true);
                BrowserContext second = chromium.window(DESK, true)) {
            Page office = signedIn(first, "office");
            office.navigate(demonstration.at("/office/processes"));
            String inForce = demonstration
                    .context()
                    .getBean(ProcessModels.class)
                    .model("application")
                    .bpmn();
            office.setInputFiles(
                    "#file-application",
                    new FilePayload(
                            "application.bpmn",
                            "application/xml",
                            drawn(inForce).getBytes(StandardCharsets.UTF_8)));
            office.locator("#process-application form.panel button").click();
            office.waitForURL(demonstration.at(PROCESSES + "1") + "**");
            opensInTheEditor(office);

            office.navigate(demonstration.at(PROCESSES + "1/rehearsal?recorded=true"));
            office.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/rehearsal-recorded.png")));
            assertThat(office.locator("tr:has(th:text-is('receive_eligibility')) td")
                            .first()
                            .textContent())
                    .as("where the running cases will stand")
                    .isEqualTo("user_physical");

            Page other = signedIn(second, "office2");
            other.navigate(demonstration.at(PROCESSES + "1"));
            other.locator("form[action='/office/processes/approve'] button").click();
            other.locator("form[action='/office/processes/publish'] button").click();

            office.navigate(demonstration.at("/office/processes"));
            office.locator("form[action='/office/processes/apply'] button").click();
            Journey.done(office);
        }
    }

    /** As it was handed in, and without a finding that would keep it from being approved. */
    private void opensInTheEditor(Page office) {
        List<String> problems = new ArrayList<>();
        office.onPageError(problems::add);
        office.navigate(demonstration.at(PROCESSES + "1/editor"));
        office.waitForSelector("body[data-ready=yes]");
        office.waitForSelector("#findings[data-state=sound]");
        assertThat(office.locator("[data-element-id=user_physical]").first().textContent())
                .contains("体检");
        office.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/editor-duty.png")));
        assertThat(problems).isEmpty();
    }

    /** The drawing in force with a duty before the school's decision: a form, outcomes, five working days. */
    private static String drawn(String inForce) throws IOException {
        String[] duty =
                Files.readString(Path.of("src/test/resources/studio/duty.xml")).split("<!-- on the sheet -->", 2);
        return inForce.replace(
                        "sourceRef=\"start_submitted\" targetRef=\"receive_eligibility\"/>",
                        "sourceRef=\"start_submitted\" targetRef=\"user_physical\"/>" + duty[0])
                .replace(
                        "<bpmndi:BPMNShape id=\"shape_start_submitted\"",
                        duty[1] + "<bpmndi:BPMNShape id=\"shape_start_submitted\"")
                .replace(
                        "<bpmn:incoming>flow_submitted</bpmn:incoming>",
                        "<bpmn:incoming>flow_examined_first</bpmn:incoming>")
                // A reminder under way must not keep a case from ending.
                .replaceAll(
                        "(?s)(<bpmn:endEvent id=\"end_(rejected|confirmed|declined|not_placed)\".*?)</bpmn:endEvent>",
                        "$1<bpmn:terminateEventDefinition id=\"event_end_$2\"/></bpmn:endEvent>");
    }

    @Test
    @Order(2)
    void whileCasesAreFoldedAnewPagesAskForPatience() {
        jdbc.update("insert into workflow_rebuild default values");
        try (BrowserContext window = chromium.window(DESK, true)) {
            Page school = signedIn(window, "school");
            Response answer = school.navigate(demonstration.at("/duties"));
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.headers()).containsEntry("retry-after", "10");
            assertThat(school.locator("main").textContent()).contains("重新归位");
            APIResponse program = school.request().get(demonstration.at("/api/v1/duties"));
            assertThat(program.status()).isEqualTo(503);
            assertThat(program.text()).contains("PROCESS_REBUILDING");
        } finally {
            jdbc.update("delete from workflow_rebuild");
        }
    }

    @Test
    @Order(3)
    void oldAndNewOweItAndNoRequestGetsPastIt() {
        try (BrowserContext point = chromium.window(DESK, true);
                BrowserContext phone = chromium.window(PHONE, false)) {
            Page school = signedIn(point, "school");
            Page candidate = journey.applied(school, phone);
            candidate.navigate(demonstration.at("/candidate"));
            CandidateId fresh =
                    new CandidateId(candidate.locator("dd.code").first().textContent());
            for (CandidateId who : List.of(old, fresh)) {
                skipped(school, who);
            }
            decided(school, old, "PASSED", "");
            decided(school, fresh, "FAILED", "不符合体检标准");
            for (CandidateId who : List.of(old, fresh)) {
                confirmed(school, who);
            }
            assertThat(one("select bars::text from duty_view where candidate = ?", fresh))
                    .as("what the placement leaves out and every dossier refuses")
                    .isEqualTo("[\"PLACEMENT\"]");
        }
    }

    /** The fictional people owe it too: the phase is played to its end, and whoever was left decides. */
    @Test
    @Order(4)
    void theDemonstrationGoesOnToTheNextPhase() {
        try (BrowserContext window = chromium.window(DESK, true)) {
            Page office = signedIn(window, "office");
            journey.nextPhase(office);
        }
        assertThat(jdbc.queryForObject("select count(*) from duty_view", Integer.class))
                .isGreaterThan(2);
        assertThat(jdbc.queryForList(
                        "select d.case_id from workflow_duty d join candidate_view c on c.candidate = d.case_id"
                                + " where d.duty = 'user_physical' and c.status <> 'REJECTED'",
                        String.class))
                .as("nobody is left; whoever had been rejected before the duty was drawn decides nothing any more")
                .isEmpty();
    }

    /** By the page and by the program's way in: the school cannot decide eligibility before the duty. */
    private void skipped(Page school, CandidateId who) {
        school.navigate(demonstration.at("/point/cases/" + who));
        String token = school.locator("input[name=_csrf]").first().inputValue();
        APIResponse answer = school.request()
                .post(
                        demonstration.at("/api/v1/point/cases/" + who + "/decision"),
                        RequestOptions.create()
                                .setHeader("X-CSRF-TOKEN", token)
                                .setData(Map.of("verb", "CONFIRM", "reason", "", "clause", "")));
        assertThat(answer.text()).contains("DUTY_OPEN");
        assertThat(answer.status()).isEqualTo(409);
        school.locator("input[value=confirm]").check();
        school.getByText("提交决定").click();
        assertThat(school.locator("main").textContent()).contains("体检");
        assertThat(one("select status from candidate_view where candidate = ?", who))
                .isEqualTo("SUBMITTED");
    }

    private void decided(Page school, CandidateId who, String outcome, String reason) {
        school.navigate(demonstration.at("/duties"));
        school.locator("tr:has(td:text-is('" + who + "')) a").click();
        school.selectOption("#field-sight", "GOOD");
        school.fill("#field-illness", "无");
        school.locator("input[value=" + outcome + "]").check();
        school.fill("#reason", reason);
        school.locator("main form button").click();
        assertThat(one("select outcome from duty_view where candidate = ?", who))
                .isEqualTo(outcome);
    }

    private void confirmed(Page school, CandidateId who) {
        school.navigate(demonstration.at("/point/cases/" + who));
        school.locator("input[value=confirm]").check();
        school.getByText("提交决定").click();
        assertThat(one("select status from candidate_view where candidate = ?", who))
                .isEqualTo("CONFIRMED");
    }

    private String one(String sql, CandidateId who) {
        return jdbc.queryForObject(sql, String.class, who.value());
    }
}
