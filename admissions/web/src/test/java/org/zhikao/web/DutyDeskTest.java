package org.zhikao.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.zhikao.admissions.duty.DutyCommand.DecideDuty;
import org.zhikao.admissions.shared.Role;

/** 我的职责: a form that nobody programmed, drawn by the server, sent by page and by REST. */
@SpringBootTest(classes = PlayedServer.class)
@AutoConfigureMockMvc
class DutyDeskTest {
    private static final String ABOUT = Played.SUBMITTED.value();

    @Autowired
    private MockMvc web;

    @Autowired
    private PlayedServer.RecordedCommands commands;

    @BeforeEach
    void forget() {
        commands.forget();
        PlayedDuties.SEALED.clear();
    }

    private static RequestPostProcessor as(String login) {
        return authentication(PlayedServer.signedIn(Objects.requireNonNull(PlayedServer.ACCOUNTS.get(login), login)));
    }

    @Test
    void listsWhatIsOwedWithItsDeadline() throws Exception {
        String page = web.perform(get("/duties").with(as("point")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("体检", "已逾期", "已上报", ABOUT);
        web.perform(get("/api/v1/duties").with(as("office")))
                .andExpect(jsonPath("$[0].about").value(ABOUT))
                .andExpect(jsonPath("$[0].duty.form[0].choices[1].label").value("偏弱"));
        // A reviewer holds no such duty, whatever the queue says.
        web.perform(get("/api/v1/duties").with(as("reviewer")))
                .andExpect(content().json("[]", true));
    }

    @Test
    void drawsEveryFieldOfTheForm() throws Exception {
        String page = web.perform(form(ABOUT).with(as("point")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains("name=\"field.sight\"", "<option value=\"WEAK\">偏弱</option>", "以矫正后的视力为准")
                .contains("type=\"number\"", "type=\"date\"", "<textarea", "密封保存")
                .contains("value=\"UNFIT\"", "不得录取");
    }

    @Test
    void isNobodyElsesForm() throws Exception {
        web.perform(form(ABOUT).with(as("reviewer"))).andExpect(status().isNotFound());
        web.perform(form(Played.PLACED.value()).with(as("point"))).andExpect(status().isNotFound());
        web.perform(form(ABOUT).with(as("auditor"))).andExpect(status().isForbidden());
    }

    @Test
    void sendsTheDecisionAndSealsWhatIsPersonal() throws Exception {
        web.perform(post("/duties/decide")
                        .with(as("point"))
                        .with(csrf())
                        .param("process", "application")
                        .param("about", ABOUT)
                        .param("duty", "physical")
                        .param("outcome", "UNFIT")
                        .param("reason", "不符合体检标准")
                        .param("field.sight", "WEAK")
                        .param("field.height", "")
                        .param("field.illness", "哮喘"))
                .andExpect(redirectedUrlPattern("/duties*"));
        assertThat(commands.sent).singleElement().isInstanceOfSatisfying(DecideDuty.class, c -> {
            assertThat(c.candidate()).isEqualTo(Played.SUBMITTED);
            assertThat(c.outcome()).isEqualTo("UNFIT");
            assertThat(c.answers()).isEqualTo(Map.of("sight", "WEAK"));
            assertThat(c.personal()).isNotNull();
            assertThat(c.act().role()).isEqualTo(Role.REGISTRATION_POINT);
            assertThat(c.act().reason()).isEqualTo("不符合体检标准");
        });
        assertThat(PlayedDuties.SEALED.get(Played.SUBMITTED)).isEqualTo(Map.of("illness", "哮喘"));
    }

    @Test
    void takesTheSameByRest() throws Exception {
        web.perform(
                        post("/api/v1/duties/decisions")
                                .with(as("point"))
                                .with(csrf())
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(
                                        "{\"process\":\"application\",\"about\":\"" + ABOUT
                                                + "\",\"duty\":\"physical\",\"outcome\":\"FIT\",\"answers\":{\"sight\":\"GOOD\"},\"reason\":\"\"}"))
                .andExpect(status().is2xxSuccessful());
        assertThat(commands.sent)
                .singleElement()
                .isInstanceOfSatisfying(
                        DecideDuty.class, c -> assertThat(c.personal()).isNull());
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder form(String about) {
        return get("/duties/decide")
                .param("process", "application")
                .param("about", about)
                .param("duty", "physical");
    }
}
