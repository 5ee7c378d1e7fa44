package org.zhikao.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.zhikao.admissions.season.SeasonCommand.ApproveProcess;
import org.zhikao.admissions.season.SeasonCommand.DraftProcess;
import org.zhikao.admissions.season.SeasonCommand.PublishProcess;

/** Drawings: what the office's desk sends, and what it shows before it lets anybody approve. */
@SpringBootTest(classes = PlayedServer.class)
@AutoConfigureMockMvc
class ProcessDeskTest {
    @Autowired
    private MockMvc web;

    @Autowired
    private PlayedServer.RecordedCommands commands;

    @BeforeEach
    void forget() {
        commands.forget();
    }

    private static RequestPostProcessor office() {
        return authentication(PlayedServer.signedIn(Objects.requireNonNull(PlayedServer.ACCOUNTS.get("office"))));
    }

    @Test
    void sendsADraftUponTheVersionItBeganFrom() throws Exception {
        web.perform(multipart("/office/processes")
                        .file(new MockMultipartFile(
                                "file", "a.bpmn", "application/xml", "<a/>".getBytes(StandardCharsets.UTF_8)))
                        .param("process", "application")
                        .param("base", "2")
                        .with(csrf())
                        .with(office()))
                .andExpect(redirectedUrl("/office/processes/application/3"));
        assertThat(commands.sent).singleElement().isInstanceOfSatisfying(DraftProcess.class, c -> {
            assertThat(c.process()).isEqualTo("application");
            assertThat(c.base()).isEqualTo(2);
            assertThat(c.bpmn()).isEqualTo("<a/>");
        });
    }

    @Test
    void aFileOfMoreThanAMegabyteIsNotSent() throws Exception {
        web.perform(multipart("/office/processes")
                        .file(new MockMultipartFile("file", "a.bpmn", "application/xml", new byte[(1 << 20) + 1]))
                        .param("process", "application")
                        .param("base", "0")
                        .with(csrf())
                        .with(office()))
                .andExpect(status().is4xxClientError());
        assertThat(commands.sent).isEmpty();
    }

    @Test
    void offersApprovalOfASoundNewestDraftOnly() throws Exception {
        web.perform(get("/office/processes/application/2").with(office()))
                .andExpect(content().string(Matchers.containsString("/office/processes/approve")))
                .andExpect(content().string(Matchers.containsString("<svg class=\"bpmn\"")))
                .andExpect(content().string(Matchers.containsString("name=复核报名资格")));
        web.perform(get("/office/processes/application/1").with(office()))
                .andExpect(content().string(Matchers.containsString("wait-unbounded")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("/office/processes/approve"))));
        web.perform(get("/office/processes/application/9").with(office())).andExpect(status().isNotFound());
    }

    @Test
    void sendsApprovalAndPublication() throws Exception {
        for (String step : new String[] {"approve", "publish"}) {
            web.perform(post("/office/processes/" + step)
                            .param("process", "application")
                            .param("version", "2")
                            .with(csrf())
                            .with(office()))
                    .andExpect(redirectedUrl("/office/processes/application/2"));
        }
        assertThat(commands.sent).hasSize(2);
        assertThat(commands.sent.get(0)).isInstanceOf(ApproveProcess.class);
        assertThat(commands.sent.get(1)).isInstanceOf(PublishProcess.class);
    }

    @Test
    void rehearsesASoundDraftOnly() throws Exception {
        web.perform(get("/office/processes/application/2/rehearsal").with(office()))
                .andExpect(content().string(Matchers.containsString("5,000")))
                .andExpect(content().string(Matchers.containsString("user_check")));
        web.perform(get("/office/processes/application/1/rehearsal").with(office()))
                .andExpect(status().is4xxClientError());
    }

    @Test
    void programsSeeTheSame() throws Exception {
        web.perform(get("/api/v1/office/processes").with(office()))
                .andExpect(jsonPath("$[0].process").value("application"))
                .andExpect(jsonPath("$[0].versions[0].version").value(2));
        web.perform(get("/api/v1/office/processes/application/versions/1/findings")
                        .with(office()))
                .andExpect(jsonPath("$[0].rule").value("wait-unbounded"));
        web.perform(get("/api/v1/office/processes/application/versions/2/changes")
                        .with(office()))
                .andExpect(jsonPath("$[0].id").value("receive_eligibility"));
        web.perform(get("/api/v1/office/processes/application/versions/2/rehearsal")
                        .with(office()))
                .andExpect(jsonPath("$.cases").value(5000));
        web.perform(post("/api/v1/office/processes/application/versions")
                        .param("base", "0")
                        .contentType(MediaType.APPLICATION_XML)
                        .content("<a/>" + " ".repeat(100_000))
                        .with(csrf().asHeader())
                        .with(office()))
                .andExpect(status().is2xxSuccessful());
        assertThat(commands.sent).singleElement().isInstanceOf(DraftProcess.class);
    }

    /** As long as real drawings are, and no longer than a file may be. */
    @Test
    void programsHaveALongDrawingChecked() throws Exception {
        String address = "/api/v1/office/processes/application/findings";
        web.perform(post(address)
                        .contentType(MediaType.APPLICATION_XML)
                        .content(PlayedProcesses.BROKEN + " ".repeat(100_000))
                        .with(csrf().asHeader())
                        .with(office()))
                .andExpect(jsonPath("$[0].rule").value("wait-unbounded"));
        web.perform(post(address)
                        .contentType(MediaType.APPLICATION_XML)
                        .content(new byte[(1 << 20) + 1])
                        .with(csrf().asHeader())
                        .with(office()))
                .andExpect(status().is4xxClientError());
    }

    @Test
    void handsTheDrawingOutAsAFile() throws Exception {
        web.perform(get("/office/processes/application/0/drawing").with(office()))
                .andExpect(status().isOk())
                .andExpect(content().bytes(PlayedProcesses.IN_FORCE.getBytes(StandardCharsets.UTF_8)));
    }
}
