package org.zhikao.web.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Objects;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.zhikao.web.Played;
import org.zhikao.web.PlayedServer;

/** On the last day whoever comes to begin is turned away first, whoever has filled in everything last, and neither is lost. */
@SpringBootTest(classes = PlayedServer.class)
@AutoConfigureMockMvc
class RushTest {
    @Autowired
    private MockMvc web;

    @Autowired
    private PlayedServer.RecordedCommands commands;

    @Autowired
    private Played played;

    @Autowired
    private Rush rush;

    private int inside;

    @BeforeEach
    void forget() {
        commands.forget();
    }

    @AfterEach
    void leave() {
        for (; inside > 0; inside--) {
            rush.afterCompletion(request("GET"), new MockHttpServletResponse(), this, null);
        }
    }

    private static MockHttpServletRequest request(String method) {
        return new MockHttpServletRequest(method, "/candidate/apply");
    }

    private void fill(String method) {
        try {
            while (true) {
                rush.preHandle(request(method), new MockHttpServletResponse(), this);
                inside++;
            }
        } catch (Rush.Crowded full) {
            assertThat(full.seconds()).isBetween(15, 45);
        }
    }

    private static MockHttpServletRequestBuilder signedIn(MockHttpServletRequestBuilder request) {
        return request.with(
                authentication(PlayedServer.signedIn(Objects.requireNonNull(PlayedServer.ACCOUNTS.get("fresh")))));
    }

    private MockHttpServletRequestBuilder application() {
        return signedIn(post("/candidate/apply"))
                .with(csrf())
                .param("name", "苏和")
                .param("identity", "990101200801010012")
                .param("phone", "13800005678")
                .param("track", "spring")
                .param("category", played.category())
                .param("kind", "VETERAN");
    }

    @Test
    void turnsAwayWhoBeginsAndLetsThroughWhoIsReady() throws Exception {
        fill("GET");
        web.perform(signedIn(get("/candidate/apply")))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().string("Retry-After", Matchers.matchesPattern("[1-4][0-9]")))
                .andExpect(content().string(Matchers.containsString("报名截止时间")))
                .andExpect(content().string(Matchers.containsString("不等于已经报名")));
        web.perform(application()).andExpect(redirectedUrl("/candidate/apply/done"));
        assertThat(commands.sent).hasSize(1);
    }

    @Test
    void keepsWhatWasTypedInThePageThatAsksToComeBack() throws Exception {
        fill("POST");
        web.perform(application())
                .andExpect(status().isTooManyRequests())
                .andExpect(header().exists("Retry-After"))
                .andExpect(content().string(Matchers.containsString("name=\"name\" value=\"苏和\"")))
                .andExpect(content().string(Matchers.containsString("value=\"990101200801010012\"")))
                .andExpect(content().string(Matchers.containsString("action=\"/candidate/apply\"")));
        assertThat(commands.sent).isEmpty();
        leave();
        web.perform(application()).andExpect(redirectedUrl("/candidate/apply/done"));
    }

    @Test
    void tellsProgramsTheSame() throws Exception {
        fill("POST");
        web.perform(signedIn(post("/api/v1/me/application"))
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().exists("Retry-After"))
                .andExpect(jsonPath("$.code").value("CROWDED"))
                .andExpect(jsonPath("$.parameters.seconds").exists());
    }

    @Test
    void countsNobodyTwiceAndForgetsNobody() throws Exception {
        for (int i = 0; i < 100; i++) {
            web.perform(signedIn(get("/candidate/apply"))).andExpect(status().isOk());
        }
    }
}
