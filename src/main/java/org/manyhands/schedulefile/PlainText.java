package org.manyhands.schedulefile;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.manyhands.shared.TypedText;
import org.springframework.web.util.HtmlUtils;

/**
 * The words of a text in a file, without its markup. Markdown stays as it was typed, for it reads well; HTML goes, save
 * that paragraphs and list items start lines of their own. Nothing rests on how well that is done: what comes out is
 * text, and is escaped wherever it is shown. That is why patterns do, and no HTML parser is needed.
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

    /** What a browser would not show; without its end it goes on to the end of the text. */
    private static final Pattern UNSEEN = Pattern.compile(
            "<(script|style|template)\\b.*?(?:</\\1\\s*>|\\z)|<!--.*?(?:-->|\\z)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z!][^<>]*>");

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
        var marked = UNSEEN.matcher(html).replaceAll("");
        marked = (blocks ? marked.replaceAll("\\s+", " ") : marked)
                .replaceAll("(?i)<br\\s*/?>|</(?:div|tr|ul|ol)>", "\n")
                .replaceAll("(?i)</(?:p|h[1-6]|pre|blockquote)>", "\n\n")
                .replaceAll("(?i)<li(?:\\s[^<>]*)?>", "\n- ");
        var words = HtmlUtils.htmlUnescape(TAG.matcher(marked).replaceAll(""));
        return blocks ? words.replaceAll("\\n ", "\n") : words;
    }
}
