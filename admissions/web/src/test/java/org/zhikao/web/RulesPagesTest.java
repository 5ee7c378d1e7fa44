package org.zhikao.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;
import org.zhikao.admissions.season.SeasonCommand.ReviseRules;
import org.zhikao.admissions.season.rules.PolicyClause;
import org.zhikao.formats.season.ClauseBook;
import org.zhikao.formats.season.SeasonDraft;
import org.zhikao.formats.season.SeasonRulesReader;

/** 方案起草与公开: what officers enter, and what anybody can read of what was published. */
@SpringBootTest(classes = PlayedServer.class)
@AutoConfigureMockMvc
class RulesPagesTest {
    private static final String DRAFT = "/office/rules/drafts/" + PlayedDrafts.ID;

    @Autowired
    private MockMvc web;

    @Autowired
    private PlayedServer.RecordedCommands commands;

    @Autowired
    private PlayedDrafts drafts;

    @BeforeEach
    void forget() {
        commands.forget();
        drafts.forget();
    }

    private static MockHttpServletRequestBuilder office(MockHttpServletRequestBuilder request) {
        return request.with(
                authentication(PlayedServer.signedIn(Objects.requireNonNull(PlayedServer.ACCOUNTS.get("office")))));
    }

    private String page(MockHttpServletRequestBuilder request) throws Exception {
        byte[] bytes = web.perform(request)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        return HtmlUtils.htmlUnescape(new String(bytes, StandardCharsets.UTF_8));
    }

    private MockHttpServletRequestBuilder save(int revision, String at) {
        return office(post(DRAFT))
                .with(csrf())
                .param("revision", String.valueOf(revision))
                .param("at", at);
    }

    private SeasonDraft draft() {
        String text = drafts.draft(PlayedDrafts.ID).orElseThrow().text();
        return SeasonDraft.of(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    /** Every clause of the catalogue has a screen that anybody can open: its text, and what its check says of these rules. */
    @Test
    void everyClauseStandsOnThePublicPageWithTheFindingOfItsCheck() throws Exception {
        String page = page(get("/rules"));
        for (PolicyClause clause : PolicyClause.values()) {
            ClauseBook.Clause text = ClauseBook.find(clause.id()).orElseThrow();
            assertThat(page)
                    .as(clause.id())
                    .contains("id=\"clause-" + clause.id() + "\"")
                    .contains(text.meaningZh());
        }
        SeasonRulesReader.read(Played.rulesBytes()).findings().stream()
                .map(located -> located.finding())
                .filter(finding -> finding.clause() != null)
                .forEach(finding -> assertThat(page).contains(finding.message()));
    }

    @Test
    void thePublicPageShowsEachDepartureWithItsReasonAndEachAssumedValue() throws Exception {
        String page = page(get("/rules"));
        var rules = SeasonRulesReader.require(Played.rulesBytes());
        assertThat(rules.deviations()).isNotEmpty();
        rules.deviations().forEach(d -> assertThat(page).contains(d.reason()));
        assertThat(rules.assumptions()).isNotEmpty();
        rules.assumptions().forEach(a -> assertThat(page).contains(a.note()).contains("演示值"));
    }

    @Test
    void whoApprovesSeesTheSameOfAVersionThatIsNotPublished() throws Exception {
        String page = page(office(get("/office/rules/versions/2")));
        SeasonRulesReader.require(Played.rulesBytes())
                .deviations()
                .forEach(d -> assertThat(page).contains(d.reason()));
        web.perform(get("/rules/s-shandong-2026").param("version", "2")).andExpect(status().isNotFound());
    }

    @Test
    void theTextThatTheDigestIsTakenOverIsOpenToAll() throws Exception {
        web.perform(get("/api/v1/rules/s-shandong-2026/1"))
                .andExpect(status().isOk())
                .andExpect(header().string("X-Rules-Digest", "9f2c4d1e".repeat(8)));
        web.perform(get("/api/v1/rules/s-shandong-2026/2")).andExpect(status().isNotFound());
    }

    @Test
    void keepsAChangedFieldAndPutsTheFindingBesideIt() throws Exception {
        String place = "/tracks/0/components/0";
        web.perform(save(1, place).param(place + "/max", "130"))
                .andExpect(redirectedUrl(DRAFT + "?at=%2Ftracks%2F0%2Fcomponents%2F0"));
        assertThat(draft().at(place + "/max").text()).isEqualTo("130");
        String page = page(office(get(DRAFT)).param("at", "/tracks/0"));
        assertThat(page).contains("科目满分之和与总分不符").contains("aria-invalid=\"true\"");
    }

    @Test
    void keepsWhatCannotBeRightAsItWasTyped() throws Exception {
        String place = "/tracks/0/components/0";
        web.perform(save(1, place).param(place + "/max", "一百三十")).andExpect(status().is3xxRedirection());
        assertThat(page(office(get(DRAFT)).param("at", place)))
                .contains("value=\"一百三十\"")
                .contains("写法不对");
    }

    @Test
    void addsMovesAndTakesAwayEntries() throws Exception {
        int before = draft().at("/tracks/0/minimums").fields().size();
        web.perform(save(1, "/tracks/0").param("act", "add /tracks/0/minimums"))
                .andExpect(redirectedUrl(DRAFT + "?at=%2Ftracks%2F0%2Fminimums%2F" + before));
        String added = draft().at("/tracks/0/minimums/" + before + "/id").text();
        web.perform(save(2, "/tracks/0").param("act", "up /tracks/0/minimums/" + before))
                .andExpect(status().is3xxRedirection());
        assertThat(draft().at("/tracks/0/minimums/" + (before - 1) + "/id").text())
                .isEqualTo(added);
        web.perform(save(3, "/tracks/0").param("act", "remove /tracks/0/minimums/" + (before - 1)))
                .andExpect(status().is3xxRedirection());
        assertThat(draft().at("/tracks/0/minimums").fields()).hasSize(before);
    }

    @Test
    void tellsWhoSavesOverAnothersChange() throws Exception {
        web.perform(save(1, "").param("/title", "甲")).andExpect(status().is3xxRedirection());
        web.perform(save(1, "").param("/title", "乙")).andExpect(status().is4xxClientError());
        assertThat(draft().title()).isEqualTo("甲");
    }

    @Test
    void handsInWhatNothingBlocks() throws Exception {
        web.perform(save(1, "").param("/title", "新方案")).andExpect(status().is3xxRedirection());
        web.perform(office(post(DRAFT + "/submit")).with(csrf())).andExpect(redirectedUrl("/office/rules"));
        assertThat(((ReviseRules) commands.sent.get(0)).rules()).contains("新方案");
        assertThat(drafts.draft(PlayedDrafts.ID)).isEmpty();
    }

    @Test
    void handsInNothingThatAFindingBlocks() throws Exception {
        web.perform(save(1, "").param("act", "remove /deviations")).andExpect(status().is3xxRedirection());
        web.perform(office(post(DRAFT + "/submit")).with(csrf())).andExpect(status().isUnprocessableEntity());
        assertThat(commands.sent).isEmpty();
        assertThat(drafts.draft(PlayedDrafts.ID)).isPresent();
    }

    @Test
    void takesRawTextInsteadOfForms() throws Exception {
        String text = draft().yaml().replace("title: ", "title: 原文");
        web.perform(office(post(DRAFT + "/text"))
                        .with(csrf())
                        .param("revision", "1")
                        .param("text", text))
                .andExpect(redirectedUrl(DRAFT + "/text"));
        assertThat(draft().title()).startsWith("原文");
        web.perform(office(post(DRAFT + "/text"))
                        .with(csrf())
                        .param("revision", "2")
                        .param("text", "a: &x b"))
                .andExpect(status().isUnprocessableEntity());
    }
}
