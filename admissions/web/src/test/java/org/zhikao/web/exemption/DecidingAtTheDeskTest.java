package org.zhikao.web.exemption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Objects;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.zhikao.admissions.exemption.ExemptionCommand.ApproveExemption;
import org.zhikao.admissions.exemption.ExemptionCommand.DeclareRelation;
import org.zhikao.admissions.exemption.ExemptionCommand.FileObjection;
import org.zhikao.admissions.exemption.ExemptionCommand.HandBackClaim;
import org.zhikao.admissions.exemption.ExemptionCommand.TakeBackOpinion;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.Role;
import org.zhikao.web.Played;
import org.zhikao.web.PlayedServer;

/** What the reviewer's desk and the public notice send, and what they keep from whom. */
@SpringBootTest(classes = PlayedServer.class)
@AutoConfigureMockMvc
class DecidingAtTheDeskTest {
    private static final String CASE = "/reviews/" + Played.CLAIMING;
    private static final String NOTICE = "/notices/" + Played.CLAIMING + "/3";

    @Autowired
    private MockMvc web;

    @Autowired
    private PlayedServer.RecordedCommands commands;

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

    @Test
    void saysWhyFromTheListAndInWordsAndGoesOnToTheNextCase() throws Exception {
        web.perform(form("reviewer", CASE + "/1")
                        .param("decision", "approve")
                        .param("cause", "GENUINE")
                        .param("reason", " 证书编号已核对 ")
                        .param("clause", "2013-3.3"))
                .andExpect(redirectedUrl("/reviews/next?left=" + Played.CLAIMING + "&number=1"));
        ApproveExemption sent = (ApproveExemption) commands.sent.get(0);
        assertThat(sent.act().reason()).isEqualTo("材料齐全，与名册相符，符合条件；证书编号已核对");
    }

    @Test
    void showsEvidenceRegisterClauseAndHistoryOfTheOwnCaseOnly() throws Exception {
        web.perform(get(CASE + "/1").with(as("reviewer")))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("姓名相同，获奖年度不同")))
                .andExpect(content().string(Matchers.containsString("id=\"viewer\"")))
                .andExpect(content().string(Matchers.containsString("/evidence/" + PlayedVault.READY)));
        // On notice, in nobody's hands: none of a reviewer's business.
        web.perform(get(CASE + "/3").with(as("reviewer"))).andExpect(status().isNotFound());
        web.perform(get(CASE + "/3").with(as("office")))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("获奖名单中没有此人")));
    }

    @Test
    void takesBackHandsBackAndStandsAside() throws Exception {
        web.perform(get(CASE + "/2").with(as("reviewer")))
                .andExpect(content().string(Matchers.containsString("/take-back")));
        web.perform(form("reviewer", CASE + "/2/take-back")).andExpect(status().is3xxRedirection());
        assertThat(commands.sent.get(0)).isInstanceOf(TakeBackOpinion.class);
        web.perform(form("reviewer", CASE + "/1/hand-back").param("reason", "超出专业范围"))
                .andExpect(redirectedUrl("/reviews/next"));
        assertThat(commands.sent.get(1)).isInstanceOf(HandBackClaim.class);
        web.perform(form("reviewer", CASE + "/1/hand-back")
                        .param("reason", "亲属")
                        .param("related", "true"))
                .andExpect(redirectedUrl("/reviews/next"));
        assertThat(((DeclareRelation) commands.sent.get(2)).relative()).isEqualTo(new ActorId("a-demo-reviewer"));
    }

    @Test
    void showsThePublicMaskedNamesAndTakesAnObjectionWithoutAName() throws Exception {
        web.perform(get("/notices"))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("王*国")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("王建国"))));
        web.perform(post(NOTICE).with(csrf()).param("statement", "太短")).andExpect(status().isUnprocessableEntity());
        assertThat(commands.sent).isEmpty();
        web.perform(post(NOTICE).with(csrf()).param("statement", "获奖名单公示中没有这个名字，请核查。"))
                .andExpect(redirectedUrl(NOTICE + "?filed"));
        FileObjection sent = (FileObjection) commands.sent.get(0);
        assertThat(sent.statement()).hasSize(64);
        assertThat(sent.act().role()).isEqualTo(Role.SYSTEM);
        // Who is signed in would leave a name behind without wanting to.
        web.perform(post(NOTICE).with(csrf()).with(as("placed")).param("statement", "获奖名单公示中没有这个名字，请核查。"))
                .andExpect(status().isUnprocessableEntity());
        // A claim that is not on notice is nobody's to object to, and reads as if it did not exist.
        web.perform(get("/notices/" + Played.CLAIMING + "/1")).andExpect(status().isNotFound());
    }
}
