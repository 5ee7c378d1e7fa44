package org.zhikao.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.util.AntPathMatcher;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.zhikao.web.PlayedServer;
import org.zhikao.web.access.Routes.Reach;
import org.zhikao.web.access.Routes.Route;

/** Nobody opens what the table of routes does not give them. */
@SpringBootTest(classes = PlayedServer.class)
@AutoConfigureMockMvc
class AccessTest {
    private static final AntPathMatcher PATHS = new AntPathMatcher();

    @Autowired
    private MockMvc web;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private PlayedServer.RecordedDenials denials;

    @BeforeEach
    void forget() {
        denials.codes.clear();
    }

    private Set<String> addresses() {
        Set<String> all = new LinkedHashSet<>();
        for (RequestMappingInfo info : mappings.getHandlerMethods().keySet()) {
            all.addAll(info.getPatternValues());
        }
        return all;
    }

    private static Route routeOf(String address) {
        return Routes.ALL.stream()
                .filter(route -> PATHS.match(route.pattern(), address))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no route for " + address));
    }

    @Test
    void everyMappingHasARoute() {
        assertThat(addresses())
                .hasSizeGreaterThan(50)
                .allSatisfy(address -> assertThat(routeOf(address)).isNotNull());
    }

    @Test
    void everyRestrictedMappingRefusesAllOtherRolesAndWhoIsSignedOut() throws Exception {
        for (String address : addresses()) {
            Route route = routeOf(address);
            if (route.reach() == Reach.PUBLIC) {
                continue;
            }
            String concrete = address.replaceAll("\\{[^}]+}", "1");
            for (HttpMethod method : Set.of(HttpMethod.GET, HttpMethod.POST)) {
                int signedOut = web.perform(request(method, concrete).with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getStatus();
                assertThat(signedOut)
                        .as(method + " " + concrete + " signed out")
                        .isIn(302, 401);
                if (route.reach() == Reach.SIGNED_IN) {
                    continue;
                }
                for (SignedIn account : PlayedServer.ACCOUNTS.values()) {
                    if (!route.roles().contains(account.role())) {
                        int foreign = web.perform(request(method, concrete)
                                        .with(csrf())
                                        .with(authentication(PlayedServer.signedIn(account))))
                                .andReturn()
                                .getResponse()
                                .getStatus();
                        assertThat(foreign)
                                .as(method + " " + concrete + " " + account.role())
                                .isEqualTo(403);
                    }
                }
            }
        }
        assertThat(denials.codes).isNotEmpty();
    }

    @Test
    void refusesAnAddressThatIsNotInTheTable() throws Exception {
        web.perform(get("/secret").with(authentication(PlayedServer.signedIn(PlayedServer.ACCOUNTS.get("office")))))
                .andExpect(status().isForbidden());
        assertThat(denials.codes).containsExactly("ACCESS_DENIED GET /secret");
    }

    @Test
    void refusesAFormWithoutOrWithAForeignToken() throws Exception {
        var office = authentication(PlayedServer.signedIn(PlayedServer.ACCOUNTS.get("office")));
        web.perform(post("/office/phases").with(office)).andExpect(status().isForbidden());
        web.perform(post("/office/phases").with(office).with(csrf().useInvalidToken()))
                .andExpect(status().isForbidden());
        web.perform(post("/api/v1/office/phases")
                        .with(office)
                        .with(csrf().useInvalidToken().asHeader()))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("TOKEN_INVALID"));
        assertThat(denials.codes).hasSize(3).allMatch(code -> code.startsWith("TOKEN_INVALID"));
    }

    @Test
    void tellsAProgramThatItIsSignedOut() throws Exception {
        web.perform(get("/api/v1/me/status"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("Content-Type", "application/problem+json;charset=UTF-8"))
                .andExpect(jsonPath("$.code").value("SIGNED_OUT"));
    }

    @Test
    void signsInUnderANewSessionAndLeadsToTheDesk() throws Exception {
        MockHttpSession before = new MockHttpSession();
        String old = before.getId();
        var result = web.perform(post("/sign-in")
                        .with(csrf())
                        .session(before)
                        .param("login", "office")
                        .param("password", PlayedServer.PASSWORD))
                .andExpect(redirectedUrl("/office"))
                .andReturn();
        var session = result.getRequest().getSession(false);
        assertThat(session).isNotNull();
        assertThat(session.getId()).isNotEqualTo(old);
    }

    @Test
    void saysTheSameOfAnUnknownAccountAndAWrongPassword() throws Exception {
        for (String login : Set.of("office", "nobody")) {
            web.perform(post("/sign-in").with(csrf()).param("login", login).param("password", "wrong"))
                    .andExpect(redirectedUrl("/sign-in?wrong"));
        }
    }

    @Test
    void signsOutLeavingNothingBehind() throws Exception {
        web.perform(post("/sign-out")
                        .with(csrf())
                        .with(authentication(PlayedServer.signedIn(PlayedServer.ACCOUNTS.get("placed")))))
                .andExpect(redirectedUrl("/sign-in?out"))
                .andExpect(header().string("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\""));
    }

    @Test
    void givesAProgramASessionAndATokenForASignIn() throws Exception {
        web.perform(post("/api/v1/session")
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"login\":\"placed\",\"password\":\"" + PlayedServer.PASSWORD + "\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.role").value("CANDIDATE"))
                .andExpect(jsonPath("$.token").isNotEmpty());
        web.perform(post("/api/v1/session")
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"login\":\"placed\",\"password\":\"no\"}"))
                .andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.code").value("SIGN_IN_FAILED"));
    }
}
