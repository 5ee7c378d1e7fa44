package org.zhikao.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Objects;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.zhikao.admissions.season.Ballot;
import org.zhikao.admissions.season.SeasonCommand.ApproveAmendment;
import org.zhikao.admissions.season.SeasonCommand.ProposeAmendment;
import org.zhikao.admissions.season.SeasonCommand.PublishAmendment;
import org.zhikao.admissions.season.SeasonCommand.RecordVote;

/** 特别修订 by page and by REST: what is sent, and that nobody decides before every affected candidate can be seen. */
@SpringBootTest(classes = PlayedServer.class)
@AutoConfigureMockMvc
class AmendmentPagesTest {
    private static final String PAGE = "/office/amendments";

    @Autowired
    private MockMvc web;

    @Autowired
    private PlayedServer.RecordedCommands commands;

    @BeforeEach
    void forget() {
        commands.forget();
    }

    private static MockHttpServletRequestBuilder as(String login, MockHttpServletRequestBuilder request) {
        return request.with(csrf())
                .with(authentication(PlayedServer.signedIn(Objects.requireNonNull(PlayedServer.ACCOUNTS.get(login)))));
    }

    @Test
    void proposesTheTextOfADraftWithItsReason() throws Exception {
        web.perform(as("office", post(PAGE)).param("draft", PlayedDrafts.ID).param("reason", "控制线误植"))
                .andExpect(redirectedUrl(PAGE));
        ProposeAmendment sent = (ProposeAmendment) commands.sent.get(0);
        assertThat(sent.act().reason()).isEqualTo("控制线误植");
        assertThat(sent.rules()).contains("zhikao.season/1");
    }

    @Test
    void recordsWhoVotedHow() throws Exception {
        web.perform(as("office", post(PAGE + "/3/vote"))
                        .param("person-1", "周明")
                        .param("vote-1", "yes")
                        .param("person-2", " 吴清 ")
                        .param("vote-2", "no")
                        .param("person-3", ""))
                .andExpect(redirectedUrl(PAGE + "/3"));
        assertThat(((RecordVote) commands.sent.get(0)).ballots())
                .isEqualTo(List.of(new Ballot("周明", true), new Ballot("吴清", false)));
        web.perform(as("office", post(PAGE + "/3/vote")).param("person-1", "周明"))
                .andExpect(status().is4xxClientError());
    }

    @Test
    void decidesNothingBeforeEveryCandidateWasComputed() throws Exception {
        web.perform(as("office", post(PAGE + "/3/approve"))).andExpect(status().is4xxClientError());
        web.perform(as("office", post(PAGE + "/3/publish")).param("notice", "公告"))
                .andExpect(status().is4xxClientError());
        assertThat(commands.sent).isEmpty();
    }

    @Test
    void approvesAndPublishesWithTheListThatWasShown() throws Exception {
        web.perform(as("office", post(PAGE + "/2/approve"))).andExpect(redirectedUrl(PAGE + "/2"));
        web.perform(as("office", post(PAGE + "/2/publish")).param("notice", "公告"))
                .andExpect(redirectedUrl(PAGE + "/2"));
        assertThat(((ApproveAmendment) commands.sent.get(0)).amendment()).isEqualTo(2);
        PublishAmendment sent = (PublishAmendment) commands.sent.get(1);
        assertThat(sent.affected()).isEqualTo(1);
        assertThat(sent.effect()).isEqualTo("e".repeat(64));
    }

    @Test
    void showsEachAffectedCandidateBeforeAndAfter() throws Exception {
        web.perform(as("office", get(PAGE + "/2")))
                .andExpect(content().string(Matchers.containsString(Played.RELEASED.value())))
                .andExpect(content().string(Matchers.containsString("位次 37（spring/01）")))
                .andExpect(content().string(Matchers.containsString("不参加排名")));
    }

    @Test
    void tellsACandidateWhatAPublishedChangeDid() throws Exception {
        web.perform(as("released", get("/candidate/marks")))
                .andExpect(content().string(Matchers.containsString("方案经特别修订")))
                .andExpect(content().string(Matchers.containsString("位次 37（spring/01）")));
    }

    @Test
    void tellsThePublicWhoVotedAndHowManyAreAffected() throws Exception {
        web.perform(get("/rules"))
                .andExpect(content().string(Matchers.containsString("公告：文化控制线由 120 分改为 110 分。")))
                .andExpect(content().string(Matchers.containsString("周明、吴清")))
                .andExpect(content().string(Matchers.containsString("受影响的考生 128 人")))
                .andExpect(content().string(Matchers.not(Matchers.containsString(Played.RELEASED.value()))));
    }

    @Test
    void takesTheSameStepsByRest() throws Exception {
        String base = "/api/v1/office/amendments/";
        web.perform(as("office", post(base + "3/vote"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"ballots\":[{\"person\":\"周明\",\"inFavour\":true}]}"))
                .andExpect(status().is2xxSuccessful());
        web.perform(as("office", post(base + "2/approvals"))).andExpect(status().is2xxSuccessful());
        web.perform(as("office", post(base + "2/publication"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"notice\":\"公告\"}"))
                .andExpect(status().is2xxSuccessful());
        web.perform(as("office", post(base + "3/publication"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"notice\":\"公告\"}"))
                .andExpect(status().is4xxClientError());
        assertThat(commands.sent).hasSize(3);
        web.perform(as("office", get(base + "2/effect")))
                .andExpect(content().string(Matchers.containsString("\"affected\":1")));
    }
}
