package org.zhikao.web;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;

/** 无障碍检查: what axe finds against WCAG 2.2 A and AA on a page as it stands in the browser. */
final class Accessibility {
    private static final List<String> AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Accessibility() {}

    /** @return each broken rule with the first element that breaks it; empty when nothing is found */
    static Stream<String> findings(Page page) {
        AxeRunOptions options = new AxeRunOptions();
        // Only the violations are gathered in full: the rest is most of axe's time and nobody reads it.
        options.setResultTypes(List.of("violations"));
        // The one frame we have shows a document in the browser's own viewer, which axe cannot enter; so it needs no
        // window of
        // its own to put frames' results together in.
        return new AxeBuilder(page)
                .options(options).withTags(AA).setLegacyMode(true).analyze().getViolations().stream()
                        .map(Accessibility::named);
    }

    private static String named(Rule rule) {
        return rule.getId() + " " + rule.getNodes().get(0).getHtml();
    }
}
