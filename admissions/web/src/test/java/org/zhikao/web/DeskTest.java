package org.zhikao.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.zhikao.admissions.exemption.ExemptionCommand.RequestEvidence;
import org.zhikao.admissions.preference.PreferenceCommand.LockPreferences;
import org.zhikao.admissions.preference.PreferenceCommand.SavePreferences;
import org.zhikao.admissions.registration.RegistrationCommand.RejectEligibility;
import org.zhikao.admissions.registration.RegistrationCommand.SubmitApplication;
import org.zhikao.admissions.shared.Role;

/** What the desks send, word for word, and what they show of it. */
@SpringBootTest(classes = PlayedServer.class)
@AutoConfigureMockMvc
class DeskTest {
    private static final String WISHES = "/candidate/preferences";

    @Autowired
    private MockMvc web;

    @Autowired
    private PlayedServer.RecordedCommands commands;

    @Autowired
    private Played played;

    @Autowired
    private PlayedTrial trial;

    @BeforeEach
    void forget() {
        commands.forget();
    }

    private static RequestPostProcessor as(String login) {
        return authentication(PlayedServer.signedIn(Objects.requireNonNull(PlayedServer.ACCOUNTS.get(login))));
    }

    private static MockHttpServletRequestBuilder form(String login, String path) {
        return post(path).with(csrf()).with(as(login));
    }

    private MockHttpServletRequestBuilder application(String path, String identity) {
        return form("fresh", path)
                .param("name", " 阿卜杜拉•买买提 ")
                .param("identity", identity)
                .param("phone", "138 0000 5678")
                .param("track", "spring")
                .param("category", played.category())
                .param("kind", "VETERAN");
    }

    @Test
    void showsAllAnswersBeforeAnythingIsSent() throws Exception {
        web.perform(application("/candidate/apply/check", "990101200801010012"))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("990101200801010012")))
                .andExpect(content().string(Matchers.containsString("退役军人")));
        assertThat(commands.sent).isEmpty();
    }

    @Test
    void namesEachFlawBesideItsFieldAndKeepsWhatWasTyped() throws Exception {
        web.perform(application("/candidate/apply/check", "990101200801010011"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(Matchers.containsString("校验位不正确")))
                .andExpect(content().string(Matchers.containsString("value=\"990101200801010011\"")));
        assertThat(commands.sent).isEmpty();
    }

    @Test
    void sendsTheApplicationForTheSignedInDossierAtItsOwnPoint() throws Exception {
        web.perform(application("/candidate/apply", "990101200801010012"))
                .andExpect(redirectedUrl("/candidate/apply/done"));
        SubmitApplication sent = (SubmitApplication) commands.sent.get(0);
        assertThat(sent.candidate()).isEqualTo(Played.FRESH);
        assertThat(sent.point()).isEqualTo(Played.POINT);
        assertThat(sent.kind()).isEqualTo("VETERAN");
        assertThat(sent.act().role()).isEqualTo(Role.CANDIDATE);
        assertThat(sent.toString()).doesNotContain("阿卜杜拉", "990101200801010012");
    }

    @Test
    void saysThatTheActIsStillBeingProcessed() throws Exception {
        commands.visible = false;
        web.perform(application("/candidate/apply", "990101200801010012"))
                .andExpect(redirectedUrl("/candidate/apply/done?pending"));
        web.perform(get("/candidate/apply/done?pending").with(as("fresh")))
                .andExpect(content().string(Matchers.containsString("处理中")));
    }

    @Test
    void savesTheWholeListAtEveryStep() throws Exception {
        List<String> saved = played.unitCodes().subList(0, 3);
        web.perform(form("wishing", WISHES)
                        .param("step", "down")
                        .param("unit", saved.get(0))
                        .param("shown", saved.toArray(String[]::new)))
                .andExpect(status().is3xxRedirection());
        web.perform(form("wishing", WISHES)
                .param("step", "place")
                .param("place", "1")
                .param("unit", saved.get(2))
                .param("shown", saved.toArray(String[]::new)));
        web.perform(form("wishing", WISHES + "/remove")
                .param("unit", saved.get(1))
                .param("shown", saved.toArray(String[]::new)));
        assertThat(commands.sent)
                .map(command -> ((SavePreferences) command).units())
                .containsExactly(
                        List.of(saved.get(1), saved.get(0), saved.get(2)),
                        List.of(saved.get(2), saved.get(0), saved.get(1)),
                        List.of(saved.get(0), saved.get(2)));
    }

    @Test
    void changesNothingWhenTheFormShowsAnOlderList() throws Exception {
        List<String> saved = played.unitCodes().subList(0, 3);
        web.perform(form("wishing", WISHES)
                        .param("step", "up")
                        .param("unit", saved.get(2))
                        .param("shown", saved.get(0), saved.get(2)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(Matchers.containsString("LIST_CHANGED")));
        web.perform(form("wishing", WISHES + "/lock").param("sure", "yes").param("shown", saved.get(0)))
                .andExpect(status().isUnprocessableEntity());
        assertThat(commands.sent).isEmpty();
    }

    @Test
    void locksOnlyWithTheSecondConfirmation() throws Exception {
        String[] saved = played.unitCodes().subList(0, 3).toArray(String[]::new);
        web.perform(form("wishing", WISHES + "/lock").param("shown", saved))
                .andExpect(status().isUnprocessableEntity());
        assertThat(commands.sent).isEmpty();
        web.perform(form("wishing", WISHES + "/lock").param("shown", saved).param("sure", "yes"))
                .andExpect(redirectedUrl(WISHES));
        assertThat(commands.sent).hasSize(1).first().isInstanceOf(LockPreferences.class);
    }

    @Test
    void answersARepeatedStatusReadWithoutABody() throws Exception {
        MvcResult first = web.perform(get("/candidate").with(as("submitted")))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "private, no-cache"))
                .andExpect(header().string("Vary", Matchers.containsString("Cookie")))
                .andReturn();
        String tag = Objects.requireNonNull(first.getResponse().getHeader("ETag"));
        assertThat(tag).startsWith("W/\"9-");
        var session = Objects.requireNonNull(first.getRequest().getSession(true));
        MvcResult second = web.perform(
                        get("/candidate").session((MockHttpSession) session).with(as("submitted")))
                .andReturn();
        String ofThisSession = Objects.requireNonNull(second.getResponse().getHeader("ETag"));
        web.perform(get("/candidate")
                        .session((MockHttpSession) session)
                        .with(as("submitted"))
                        .header("If-None-Match", ofThisSession))
                .andExpect(status().isNotModified())
                .andExpect(content().string(""));
    }

    @Test
    void rejectsWithReasonAndClause() throws Exception {
        web.perform(form("point", "/point/cases/" + Played.SUBMITTED)
                        .param("decision", "reject")
                        .param("reason", " 不符合条件 ")
                        .param("clause", "2013-3.1"))
                .andExpect(redirectedUrl("/point/cases/" + Played.SUBMITTED));
        RejectEligibility sent = (RejectEligibility) commands.sent.get(0);
        assertThat(sent.act().reason()).isEqualTo("不符合条件");
        assertThat(sent.clause()).isEqualTo("2013-3.1");
        assertThat(sent.act().organisation()).isEqualTo(Played.POINT);
    }

    @Test
    void givesADeadlineToTheEndOfItsDayInBeijing() throws Exception {
        web.perform(form("reviewer", "/reviews/" + Played.CLAIMING + "/1")
                        .param("decision", "return")
                        .param("reason", "请补充证书")
                        .param("until", "2026-03-20"))
                .andExpect(status().is3xxRedirection());
        RequestEvidence sent = (RequestEvidence) commands.sent.get(0);
        assertThat(sent.until()).isEqualTo("2026-03-20T15:59:59Z");
    }

    @Test
    void writesNoFormulaIntoTheErrorFile() throws Exception {
        web.perform(get("/office/jobs/j-1/errors.csv").with(as("office")))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("\"'=成绩超过满分\"")));
    }

    @Test
    void refreshesOnlyTheStateOfAJob() throws Exception {
        web.perform(get("/office/jobs/j-1").with(as("office")).header("HX-Request", "true"))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.not(Matchers.containsString("<html"))))
                .andExpect(content().string(Matchers.containsString("<progress")));
    }

    @Test
    void printsTheTicketWithRareCharactersWhereTheFontIsInstalled() throws Exception {
        assumeTrue(Files.isReadable(Path.of("/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf")));
        byte[] pdf = web.perform(get("/candidate/ticket.pdf").with(as("ticketed")))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(pdf).hasSizeGreaterThan(5_000);
    }

    @Test
    void showsAForeignCaseAsIfItDidNotExist() throws Exception {
        web.perform(get("/point/cases/c000000000000000000000z").with(as("point")))
                .andExpect(status().isNotFound());
        web.perform(get("/college/units/u0002-02").with(as("college"))).andExpect(status().isNotFound());
    }

    @Test
    void showsTheApproverWhatAVersionChangesBeforeItIsApproved() throws Exception {
        for (String path : List.of("/office/rules", "/office/rules/diff")) {
            web.perform(get(path).with(as("office")))
                    .andExpect(status().isOk())
                    .andExpect(content().string(Matchers.containsString("最低要求“文化素质线” › 分数线")))
                    .andExpect(content().string(Matchers.containsString("<td data-label=\"新值\">100</td>")));
        }
        web.perform(get("/office/rules/diff?from=1&to=99").with(as("office"))).andExpect(status().isNotFound());
        web.perform(get("/api/v1/office/rules/diff").with(as("office")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.from").value(1))
                .andExpect(jsonPath("$.to").value(2))
                .andExpect(jsonPath("$.changes[0].kind").value("CHANGED"))
                .andExpect(jsonPath("$.changes[0].path").value("/tracks/spring/minimums/culture-line/atLeast"))
                .andExpect(jsonPath("$.changes[0].before").value("120"));
    }

    @Test
    void startsATrialOfAStoredVersionOrOfAFileAndShowsItsReport() throws Exception {
        trial.drafts.clear();
        web.perform(form("office", "/office/what-if")
                        .param("past", Played.SEASON.value())
                        .param("version", "2"))
                .andExpect(redirectedUrl("/office/jobs/j-1"));
        assertThat(trial.drafts).hasSize(1);
        assertThat(trial.drafts.get(0)).contains("\"atLeast\":100,\"id\":\"culture-line\"");
        web.perform(multipart("/office/what-if")
                        .file("file", "a: [".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .param("past", Played.SEASON.value())
                        .with(csrf())
                        .with(as("office")))
                .andExpect(status().isUnprocessableEntity());
        assertThat(trial.drafts).hasSize(1);
        web.perform(get("/office/what-if/j-1").with(as("office")))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("<svg class=\"plot\"")))
                .andExpect(content().string(Matchers.containsString("退出排名")));
        web.perform(get("/office/what-if/j-2").with(as("office"))).andExpect(status().isNotFound());
    }
}
