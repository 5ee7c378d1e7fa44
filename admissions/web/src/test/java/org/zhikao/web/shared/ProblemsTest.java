package org.zhikao.web.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.zhikao.admissions.exam.ExamRefusal;
import org.zhikao.admissions.exemption.ExemptionRefusal;
import org.zhikao.admissions.placement.PlacementRefusal;
import org.zhikao.admissions.plan.PlanRefusal;
import org.zhikao.admissions.preference.PreferenceCommand.SavePreferences;
import org.zhikao.admissions.preference.PreferenceRefusal;
import org.zhikao.admissions.registration.RegistrationRefusal;
import org.zhikao.admissions.scoring.ScoringRefusal;
import org.zhikao.admissions.season.SeasonRefusal;
import org.zhikao.admissions.shared.RefusalCode;
import org.zhikao.admissions.shared.Refused;
import org.zhikao.web.PlayedServer;

/** Whatever goes wrong ends in a problem with a stable code, a Chinese text and the right status; nothing is guessed. */
@SpringBootTest(classes = PlayedServer.class)
@AutoConfigureMockMvc
class ProblemsTest {
    private static final String WISHES = "/api/v1/me/preferences/1";

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

    private static MockHttpServletRequestBuilder wishes(String body) {
        return as("wishing", put(WISHES))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }

    @TestFactory
    Stream<DynamicTest> everyRefusalBecomesItsProblem() {
        return Stream.<RefusalCode[]>of(
                        SeasonRefusal.values(),
                        RegistrationRefusal.values(),
                        ExamRefusal.values(),
                        ExemptionRefusal.values(),
                        ScoringRefusal.values(),
                        PlanRefusal.values(),
                        PreferenceRefusal.values(),
                        PlacementRefusal.values())
                .flatMap(Stream::of)
                .map(code -> DynamicTest.dynamicTest(Texts.family(code) + "." + code.name(), () -> {
                    commands.onSend = command -> {
                        throw new Refused(code, Map.of("unit", "u1"));
                    };
                    web.perform(wishes("{\"units\":[\"u1\"]}"))
                            .andExpect(status().is(RefusalStatus.of(code).value()))
                            .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                            .andExpect(header().string("Cache-Control", "no-store"))
                            .andExpect(jsonPath("$.code").value(code.name()))
                            .andExpect(jsonPath("$.status")
                                    .value(RefusalStatus.of(code).value()))
                            .andExpect(jsonPath("$.type").value(Matchers.startsWith("urn:problem:zhikao:")))
                            .andExpect(jsonPath("$.title").isNotEmpty())
                            .andExpect(jsonPath("$.detail").value(Matchers.matchesPattern(".*\\p{IsHan}.*")))
                            .andExpect(jsonPath("$.trace").doesNotExist());
                }));
    }

    @Test
    void speaksEnglishWhenAsked() throws Exception {
        commands.onSend = command -> {
            throw new Refused(PreferenceRefusal.TOO_MANY, Map.of("most", "10"));
        };
        web.perform(as("wishing", put(WISHES + "?lang=en"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"units\":[\"u1\"]}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value("At most 10 preferences."));
    }

    @TestFactory
    Stream<DynamicTest> refusesJsonThatIsNotExactlyAsDocumented() {
        String deep = "[".repeat(40) + "]".repeat(40);
        String doubled = "{\"units\":[\"a\"],\"units\":[\"b\"]}";
        return Stream.of(
                        List.of("unknown field", "{\"units\":[\"a\"],\"extra\":1}", "400", "UNKNOWN_FIELD"),
                        List.of("wrong type", "{\"units\":\"a\"}", "400", "WRONG_TYPE"),
                        List.of("number for text", "{\"units\":[1]}", "400", "WRONG_TYPE"),
                        List.of("missing field", "{}", "400", "WRONG_TYPE"),
                        List.of("null field", "{\"units\":null}", "400", "WRONG_TYPE"),
                        List.of("duplicate key", doubled, "400", "MALFORMED_JSON"),
                        List.of("trailing token", "{\"units\":[\"a\"]} {}", "400", "MALFORMED_JSON"),
                        List.of("cut short", "{\"units\":[\"a\"", "400", "MALFORMED_JSON"),
                        List.of("empty", "", "400", "MALFORMED_JSON"),
                        List.of("NaN", "{\"units\":[NaN]}", "400", "MALFORMED_JSON"),
                        List.of("too deep", "{\"units\":" + deep + "}", "400", "WRONG_TYPE"),
                        List.of(
                                "too long",
                                "{\"units\":[\"" + "a".repeat(70_000) + "\"]}",
                                "413",
                                "BODY_OUT_OF_PROPORTION"))
                .map(row -> DynamicTest.dynamicTest(row.get(0), () -> {
                    web.perform(wishes(row.get(1)))
                            .andExpect(status().is(Integer.parseInt(row.get(2))))
                            .andExpect(jsonPath("$.code").value(row.get(3)));
                    assertThat(commands.sent).isEmpty();
                }));
    }

    @Test
    void refusesAnotherContentTypeMethodAndAddress() throws Exception {
        web.perform(as("wishing", put(WISHES)).contentType(MediaType.TEXT_PLAIN).content("x"))
                .andExpect(status().isUnsupportedMediaType())
                .andExpect(jsonPath("$.code").value("MEDIA_TYPE_NOT_SUPPORTED"));
        web.perform(as("wishing", post(WISHES)))
                .andExpect(status().isMethodNotAllowed())
                .andExpect(jsonPath("$.code").value("METHOD_NOT_ALLOWED"));
        web.perform(as("wishing", get("/api/v1/me/nowhere")))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("NOT_FOUND"));
        web.perform(as("point", post("/api/v1/point/cases/no-id/decision"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"verb\":\"CONFIRM\",\"reason\":\"\"}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("MALFORMED_REQUEST"));
    }

    @Test
    void aMistakeOfOursIsNotBlamedOnTheSender() throws Exception {
        commands.onSend = command -> {
            throw new IllegalArgumentException("a market tells at most 63 kinds apart");
        };
        web.perform(wishes("{\"units\":[\"u1\"]}"))
                .andExpect(status().isInternalServerError())
                .andExpect(jsonPath("$.code").value("FAILED"));
    }

    @Test
    void neverShowsAStackTrace() throws Exception {
        commands.onSend = command -> {
            throw new IllegalStateException("secret detail of the database");
        };
        String problem = web.perform(wishes("{\"units\":[\"u1\"]}"))
                .andExpect(status().isInternalServerError())
                .andExpect(jsonPath("$.code").value("FAILED"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(problem).doesNotContain("secret", "Exception", "at org.");
        String page = web.perform(as("wishing", post("/candidate/preferences"))
                        .param("step", "add")
                        .param("unit", "u1"))
                .andExpect(status().isInternalServerError())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("<main").doesNotContain("secret", "Exception", "at org.");
    }

    @Test
    void saysSoWhenTheAggregateIsNotReachedAtAll() throws Exception {
        commands.onSend = command -> {
            throw new AccessDeniedException("no");
        };
        web.perform(wishes("{\"units\":[\"u1\"]}"))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("ACCESS_DENIED"));
    }

    @Test
    void actsUnderTheSignedInAccountWhateverTheBodySays() throws Exception {
        web.perform(wishes("{\"units\":[\"u1\",\"u2\"]}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.visible").value(true));
        SavePreferences sent = (SavePreferences) commands.sent.get(0);
        var account = Objects.requireNonNull(PlayedServer.ACCOUNTS.get("wishing"));
        assertThat(sent.candidate()).isEqualTo(account.candidate());
        assertThat(sent.act().by()).isEqualTo(account.actor());
        assertThat(sent.act().role()).isEqualTo(account.role());
        assertThat(sent.units()).containsExactly("u1", "u2");
    }

    @Test
    void answersAcceptedWhileReadersLagBehind() throws Exception {
        commands.visible = false;
        web.perform(wishes("{\"units\":[\"u1\"]}")).andExpect(status().isAccepted());
    }
}
