package org.zhikao.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.web.servlet.MockMvc;

/** The description of the REST interface names every act and nothing of who is signed in. */
@SpringBootTest(
        classes = PlayedServer.class,
        properties = {"springdoc.paths-to-match=/api/**", "springdoc.packages-to-scan=org.zhikao.web"})
@AutoConfigureMockMvc
class OpenApiTest {
    @Autowired
    private MockMvc web;

    @Test
    void describesTheActsOfAllRoles() throws Exception {
        byte[] body = web.perform(get("/v3/api-docs"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        JsonNode document = new ObjectMapper().readTree(body);
        List<String> paths = new ArrayList<>();
        document.required("paths").fieldNames().forEachRemaining(paths::add);
        assertThat(paths)
                .allMatch(path -> path.startsWith("/api/v1/"))
                .contains(
                        "/api/v1/session",
                        "/api/v1/me/status",
                        "/api/v1/me/application",
                        "/api/v1/me/preferences/{round}",
                        "/api/v1/me/offer/answer",
                        "/api/v1/point/cases/{candidate}/decision",
                        "/api/v1/reviews/{candidate}/{number}/decision",
                        "/api/v1/office/phases",
                        "/api/v1/office/placement-runs",
                        "/api/v1/college/plan",
                        "/api/v1/audit/cases/{id}/facts");
        assertThat(document.toString()).doesNotContain("SignedIn", "CsrfToken");
    }
}
