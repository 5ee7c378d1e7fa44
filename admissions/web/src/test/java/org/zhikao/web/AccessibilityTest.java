package org.zhikao.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The check that every page passes must find what is wrong with a page that is wrong. */
@Tag("browser")
class AccessibilityTest {
    @Test
    void findsAFieldWithoutALabelAndTextTooPale() {
        try (Chromium chromium = new Chromium();
                BrowserContext window = chromium.window(360, true)) {
            Page page = window.newPage();
            page.setContent("<html lang=zh><title>t</title><main><h1>t</h1><input>"
                    + "<p style='color:#ccc;background:#fff'>pale</p></main></html>");
            assertThat(Accessibility.findings(page))
                    .anyMatch(finding -> finding.startsWith("label "))
                    .anyMatch(finding -> finding.startsWith("color-contrast "));
            page.setContent("<html lang=zh><title>t</title><main><h1>t</h1><label>a <input></label></main></html>");
            assertThat(Accessibility.findings(page)).isEmpty();
        }
    }
}
