package org.manyhands.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.stream.Stream;

/** Looks at pages by machine: for those who see little, and for narrow screens. */
final class PageLook {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private PageLook() {}

    static Browser.NewContextOptions narrow() {
        return new Browser.NewContextOptions().setViewportSize(320, 700);
    }

    static void assertUsable(Visitor visitor, Stream<String> pages) {
        pages.forEach(address -> {
            visitor.open(address);
            assertThat(violations(visitor)).as(address).isEmpty();
            // Nothing but the colours differs in the dark
            assertThat(paleInTheDark(visitor)).as(address + " in the dark").isEqualTo(List.of());
            assertThat(visitor.page().title()).as(address).isNotBlank();
            assertThat(visitor.page().locator("h1").count())
                    .as("h1 of " + address)
                    .isOne();
        });
    }

    private static List<String> violations(Visitor visitor) {
        visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        // The options come first: rules given before them would be forgotten. The legacy mode, for pages without
        // frames, sums up where it looked, and need not open a page more for that
        return new AxeBuilder(visitor.page())
                .setLegacyMode(true).options(onlyViolations()).withTags(RULES).analyze().getViolations().stream()
                        .map(violation -> violation.getId() + ": "
                                + violation.getNodes().getFirst().getHtml())
                        .toList();
    }

    /** What is right need not be described node by node, which takes longer than finding it out. */
    private static AxeRunOptions onlyViolations() {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return options;
    }

    /** By the axe that the look at it in the light has left in the page. */
    private static Object paleInTheDark(Visitor visitor) {
        visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        return visitor.page().evaluate("""
                axe.run({ runOnly: ['color-contrast'], resultTypes: ['violations'] })
                    .then(found => found.violations.flatMap(each => each.nodes.map(node => node.html)))
                """);
    }

    static void assertFits(Visitor visitor, Stream<String> pages) {
        pages.forEach(address -> {
            visitor.open(address);
            assertThat(visitor.page().evaluate("document.documentElement.scrollWidth"))
                    .as("width of " + address)
                    .isEqualTo(320);
        });
    }
}
