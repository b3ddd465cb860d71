package org.manyhands.shared;

import java.util.concurrent.atomic.AtomicInteger;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.UrlSanitizer;

/**
 * Turns Markdown (CommonMark) into HTML that is safe to show: typed HTML stays text, links lead to http, https or mail
 * only. It fits below a page's own headings: its highest ones become h3.
 */
public final class Markdown {

    private static final int HIGHEST = 3;
    private static final int LOWEST = 6;

    private static final UrlSanitizer LINKS = new DefaultUrlSanitizer();
    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(LINKS)
            .build();

    private Markdown() {}

    public static String toHtml(String markdown) {
        var text = PARSER.parse(markdown);
        text.accept(new Fitting(highestIn(text)));
        return RENDERER.render(text);
    }

    private static int highestIn(Node text) {
        var highest = new AtomicInteger(LOWEST);
        text.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                highest.accumulateAndGet(heading.getLevel(), Math::min);
            }
        });
        return highest.get();
    }

    /** Moves headings down, and leaves of links that lead nowhere only their words. */
    private static final class Fitting extends AbstractVisitor {

        private final int highest;

        Fitting(int highest) {
            this.highest = highest;
        }

        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.min(LOWEST, heading.getLevel() - highest + HIGHEST));
            visitChildren(heading);
        }

        @Override
        public void visit(Link link) {
            visitChildren(link);
            if (LINKS.sanitizeLinkUrl(link.getDestination()).isEmpty()) {
                leaveOnlyTheWordsOf(link);
            }
        }

        @Override
        public void visit(Image image) {
            visitChildren(image);
            if (LINKS.sanitizeImageUrl(image.getDestination()).isEmpty()) {
                leaveOnlyTheWordsOf(image);
            }
        }

        private static void leaveOnlyTheWordsOf(Node node) {
            for (var word = node.getFirstChild(); word != null; word = node.getFirstChild()) {
                node.insertBefore(word);
            }
            node.unlink();
        }
    }
}
