package org.zhikao.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.zhikao.web.access.SignedIn;

/** Every page of every role renders in both languages, without inline script or style and without a missing text. */
@SpringBootTest(classes = PlayedServer.class)
@AutoConfigureMockMvc
class PagesTest {
    private static final Pattern INLINE = Pattern.compile(
            "<script(?![^>]*\\ssrc=)|\\son[a-z]+=|<style|\\sstyle=|javascript:", Pattern.CASE_INSENSITIVE);
    /** How a text whose key is missing is shown. */
    private static final Pattern MISSING = Pattern.compile("\\?\\?[^?]+\\?\\?");

    @Autowired
    private MockMvc web;

    @Test
    void everyPreferenceIsExplainedAndTheRunCanBeFetched() throws Exception {
        SignedIn placed = Objects.requireNonNull(PlayedServer.ACCOUNTS.get("placed"));
        String page = web.perform(get("/candidate/result?lang=en").with(authentication(PlayedServer.signedIn(placed))))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("the last went to rank 1,204", "yours is 1,377", "is within the cut-off");
        assertThat(page).containsPattern("href=\"/placements/[^\"]+/files\\.zip");

        web.perform(get("/placements/s-anywhere-2026/1/files.zip"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/zip"))
                .andExpect(header().string("Content-Disposition", containsString("s-anywhere-2026-run-1.zip")));
        web.perform(get("/placements/s-anywhere-2026/2/files.zip")).andExpect(status().isNotFound());
        String open = web.perform(get("/placements?lang=en"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String table = Objects.requireNonNull(Pattern.compile("href=\"(/placements/[^\"?]+/cutoffs\\.csv)[^\"]*\"")
                .matcher(open)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1));
        String rows = web.perform(get(table + "?lang=en"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(rows.lines()).hasSizeGreaterThan(1).first().asString().contains("\"College\",\"Code\"");
    }

    @TestFactory
    Stream<DynamicTest> rendersInBothLanguages() {
        return Visits.all()
                .flatMap(visit -> Stream.of("zh", "en")
                        .map(language -> DynamicTest.dynamicTest(
                                visit.login() + " " + visit.path() + " " + language, () -> opens(visit, language))));
    }

    private void opens(Visits.Visit visit, String language) throws Exception {
        String address = visit.path() + (visit.path().contains("?") ? "&" : "?") + "lang=" + language;
        var request = get(java.net.URI.create(address));
        SignedIn account = PlayedServer.ACCOUNTS.get(visit.login());
        if (account != null) {
            request = request.with(authentication(PlayedServer.signedIn(account)));
        }
        MvcResult result = web.perform(request).andExpect(status().isOk()).andReturn();
        String page = new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(page).doesNotContainPattern(INLINE).doesNotContainPattern(MISSING);
        assertThat(page).contains("<main id=\"main\"", "class=\"skip\"", "</html>");
        assertThat(page).contains(language.equals("en") ? "lang=\"en\"" : "lang=\"zh-CN\"");
        assertThat(result.getResponse().getHeader("Content-Security-Policy"))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        Map<String, String> expected = Map.of("X-Content-Type-Options", "nosniff", "X-Frame-Options", "DENY");
        expected.forEach((name, value) -> assertThat(
                        Objects.requireNonNull(result.getResponse().getHeader(name)))
                .isEqualTo(value));
        if (language.equals("en") && account != null && account.candidate() != null) {
            assertThat(page).as("links carry the language on").contains("/candidate?lang=en");
        }
    }
}
