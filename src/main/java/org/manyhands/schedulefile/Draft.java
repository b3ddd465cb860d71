package org.manyhands.schedulefile;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/**
 * What a file says of one entry, cleaned and cut; empty where it says nothing.
 *
 * @param where its place in the file, for people
 * @param id what the file knows it by
 * @param text as in {@link Entry}
 * @param type every word of the file on what kind of entry it is
 */
record Draft(
        String where,
        String id,
        String title,
        String subtitle,
        String text,
        List<String> speakers,
        List<String> rooms,
        String type,
        When when,
        String link) {

    Draft {
        var cutText = PlainText.text(text);
        if (cutText.length() > Caps.TEXT || title.length() > Caps.TITLE || subtitle.length() > Caps.TITLE) {
            when = when.and(Flag.TEXT_CUT);
        }
        title = PlainText.line(title, Caps.TITLE);
        if (title.isEmpty()) {
            throw new Unreadable("It has no title.");
        }
        subtitle = PlainText.line(subtitle, Caps.TITLE);
        text = PlainText.cut(cutText, Caps.TEXT);
        speakers = PlainText.names(speakers);
        rooms = PlainText.names(rooms);
        type = PlainText.line(type, Caps.NAME);
        id = id.strip();
        link = link.strip();
    }

    Optional<URI> https() {
        if (link.length() > Caps.LINK || !link.regionMatches(true, 0, "https://", 0, 8)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(link)).filter(uri -> uri.getHost() != null && uri.getUserInfo() == null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
