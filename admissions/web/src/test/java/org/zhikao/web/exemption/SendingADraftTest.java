package org.zhikao.web.exemption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.zhikao.admissions.exemption.ExemptionCommand.AddEvidence;
import org.zhikao.views.exemption.ClaimDrafts;
import org.zhikao.web.Played;
import org.zhikao.web.PlayedServer;

/** A claim is put together piece by piece, kept on the way, and sent once. */
@SpringBootTest(classes = PlayedServer.class)
@AutoConfigureMockMvc
class SendingADraftTest {
    @Autowired
    private MockMvc web;

    @Autowired
    private PlayedServer.RecordedCommands commands;

    @Autowired
    private ClaimDrafts drafts;

    @BeforeEach
    void forget() {
        commands.forget();
        clearInvocations(drafts);
        when(drafts.pieces(any(), eq(1))).thenReturn(List.of());
    }

    private static RequestPostProcessor as(String login) {
        return authentication(PlayedServer.signedIn(Objects.requireNonNull(PlayedServer.ACCOUNTS.get(login))));
    }

    private static MockHttpServletRequestBuilder form(String login, String path) {
        return post(path).with(csrf()).with(as(login));
    }

    @Test
    void refusesANameThatMisleadsAndAsksNothingElseOfIt() throws Exception {
        String path = "/candidate/exemptions/1/evidence";
        byte[] pdf = "%PDF-1.7 award".getBytes(StandardCharsets.UTF_8);
        for (String name :
                List.of("../award.pdf", "C:\\fakepath\\award.pdf", "award\u202Efdp.exe", "a\u200Bward.pdf")) {
            web.perform(multipart(path)
                            .file(new MockMultipartFile("file", name, "application/pdf", pdf))
                            .param("kind", "AWARD")
                            .with(csrf())
                            .with(as("claiming")))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(Matchers.containsString("FILE_NAME")));
        }
        web.perform(multipart(path)
                        .file(new MockMultipartFile("file", "x.exe", "text/plain", pdf))
                        .param("kind", "AWARD")
                        .with(csrf())
                        .with(as("claiming")))
                .andExpect(redirectedUrl("/candidate/exemptions/1"));
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pdf));
        verify(drafts).attach(eq(Played.CLAIMING), eq(1), eq("AWARD"), eq(digest), any());
        assertThat(commands.sent)
                .as("nothing is sent before the candidate says so")
                .isEmpty();
    }

    @Test
    void sendsADraftOnceHoweverOftenItIsTried() throws Exception {
        // The claim on that ground stands already, as after a try whose answer never arrived: only the piece is
        // missing.
        when(drafts.pieces(Played.CLAIMING, ClaimDrafts.NEW))
                .thenReturn(List.of(
                        new ClaimDrafts.Attached("AWARD", PlayedVault.READY, Played.AT),
                        new ClaimDrafts.Attached("OTHER", "cd34".repeat(16), Played.AT)));
        web.perform(form("claiming", "/candidate/exemptions/draft/send"))
                .andExpect(redirectedUrl("/candidate/exemptions/1"));
        assertThat(commands.sent).hasSize(1);
        assertThat(((AddEvidence) commands.sent.get(0)).digest()).isEqualTo("cd34".repeat(16));
        verify(drafts).sent(Played.CLAIMING, ClaimDrafts.NEW);
    }

    @Test
    void sendsNoPieceThatCannotBeSeen() throws Exception {
        when(drafts.pieces(Played.CLAIMING, 1))
                .thenReturn(List.of(new ClaimDrafts.Attached("AWARD", "ef56".repeat(16), Played.AT)));
        web.perform(form("claiming", "/candidate/exemptions/1/send"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(Matchers.containsString("EVIDENCE_UNREADABLE")));
        assertThat(commands.sent).isEmpty();
    }
}
