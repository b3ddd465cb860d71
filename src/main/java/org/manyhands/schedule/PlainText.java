package org.manyhands.schedule;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Entities.EscapeMode;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Safelist;
import org.manyhands.shared.TypedText;

/**
 * The words of a text in a file, without its markup. Markdown stays as it was typed, for it reads well; HTML goes, save
 * that paragraphs and list items start lines of their own.
 */
final class PlainText {

    /** What makes a text HTML: an element that HTML has. "a < b" and "List<String>" are not. */
    private static final Pattern HTML = Pattern.compile(
            "</?(?:p|br|div|span|a|b|i|u|em|strong|ul|ol|li|h[1-6]|hr|img|pre|code|blockquote|table|t[rdh]|tbody|thead"
                    + "|font|small|sup|sub|script|style|iframe|svg|math|object|embed|form|input|button|video|audio"
                    + "|link|meta|base|html|head|body|template|textarea|select|title|noscript)(?:[\\s/][^<>]*)?>|<!--",
            Pattern.CASE_INSENSITIVE);

    /** Without these HTML does not mean its line breaks; with them it does not need them. */
    private static final Pattern BLOCKS =
            Pattern.compile("<(?:p|br|div|ul|ol|li|h[1-6])[\\s/>]", Pattern.CASE_INSENSITIVE);

    /** Where a line begins, noted in a character that no text needs (private use). */
    private static final String LINE = "\uE000";

    private static final OutputSettings AS_IS =
            new OutputSettings().prettyPrint(false).escapeMode(EscapeMode.xhtml);

    private PlainText() {}

    /** Several lines; blank ones between paragraphs. */
    static String text(String typed) {
        var text = typed.length() > Caps.TEXT_IN_FILE ? typed.substring(0, Caps.TEXT_IN_FILE) : typed;
        return TypedText.clean(HTML.matcher(text).find() ? withoutHtml(text) : text)
                .lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"))
                .replaceAll("\n{3,}", "\n\n");
    }

    /** One line, cut where it is longer. */
    static String line(String typed, int longest) {
        return cut(text(typed).replaceAll("\\s+", " "), longest);
    }

    static List<String> names(List<String> typed) {
        return typed.stream()
                .limit(Caps.NAMES)
                .map(name -> line(name, Caps.NAME))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** Not in the middle of a character that Java keeps as two. */
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end) + "…";
    }

    private static String withoutHtml(String html) {
        var blocks = BLOCKS.matcher(html).find();
        var marked = (blocks ? html.replaceAll("\\s+", " ") : html)
                .replace(LINE, "")
                .replaceAll("(?i)<br\\s*/?>|</(?:div|tr|ul|ol)>", LINE)
                .replaceAll("(?i)</(?:p|h[1-6]|pre|blockquote)>", LINE + LINE)
                .replaceAll("(?i)<li(?:\\s[^<>]*)?>", LINE + "- ");
        var words = Parser.unescapeEntities(Jsoup.clean(marked, "", Safelist.none(), AS_IS), false);
        return words.replaceAll(LINE + " *", "\n");
    }
}
