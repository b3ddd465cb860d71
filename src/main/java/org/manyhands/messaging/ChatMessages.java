package org.manyhands.messaging;

import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.manyhands.conference.ConferenceId;
import org.manyhands.mail.Letter;
import org.manyhands.mail.Outbox;
import org.manyhands.messaging.Assignments.Assignment;
import org.manyhands.shared.BaseUrl;
import org.manyhands.signup.CoverWanted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells a conference's chat where people are needed, in the transaction that made it so: what, when and where, and nobody's
 * name.
 */
@Component
class ChatMessages {

    /** A sign of the chat's own ("@channel", "@everyone") in somebody's words must not ring at everybody. */
    private static final Pattern AT = Pattern.compile("@");

    private final Chat chat;
    private final Assignments assignments;
    private final Outbox outbox;
    private final BaseUrl baseUrl;
    private final Clock clock;

    ChatMessages(Chat chat, Assignments assignments, Outbox outbox, BaseUrl baseUrl, Clock clock) {
        this.chat = chat;
        this.assignments = assignments;
        this.outbox = outbox;
        this.baseUrl = baseUrl;
        this.clock = clock;
    }

    /** A shift, how many it lacks, and where to take it. */
    record Line(String what, int missing, String link) {}

    /** @param notAfter when the last of them begins */
    void belowMinimum(ConferenceId conference, String name, List<Line> shifts, Instant notAfter) {
        chat.of(conference).filter(ChatSettings::belowMinimum).ifPresent(settings -> {
            var lines = shifts.stream()
                    .map(shift -> plain(shift.what()) + ": needs " + shift.missing() + " more. " + shift.link())
                    .collect(joining("\n"));
            var head = shifts.size() == 1
                    ? "A shift of %s cannot open yet"
                    : shifts.size() + " shifts of %s cannot open yet";
            write(
                    conference,
                    settings,
                    MailKind.CHAT_BELOW_MINIMUM,
                    once(),
                    head.formatted(plain(name)) + "\n" + lines,
                    notAfter);
        });
    }

    @EventListener
    void coverWanted(CoverWanted news) {
        assignments.of(news.signup()).ifPresent(this::coverWanted);
    }

    private void coverWanted(Assignment about) {
        var conference = new ConferenceId(about.conferenceId());
        chat.of(conference).filter(ChatSettings::coverWanted).ifPresent(settings -> {
            var text = "Cover wanted at %s: %s, %s\nWhoever takes it over first has it: %s"
                    .formatted(
                            plain(about.conference()),
                            plain(about.inWords()),
                            plain(about.place()),
                            baseUrl.of("/" + about.slug() + "/shifts/" + about.shiftId()));
            write(
                    conference,
                    settings,
                    MailKind.CHAT_COVER_WANTED,
                    new Letter.News(about.signupId(), about.version()),
                    text,
                    about.during().start());
        });
    }

    /** @return whether there is a chat to write to */
    @Transactional
    boolean test(ConferenceId conference, String name) {
        var settings = chat.of(conference);
        settings.ifPresent(to -> write(
                conference,
                to,
                MailKind.CHAT_TEST,
                once(),
                "Many Hands tells here where people are needed at " + plain(name) + ". This is a test.",
                clock.instant().plus(Duration.ofHours(1))));
        return settings.isPresent();
    }

    private void write(
            ConferenceId conference, ChatSettings to, MailKind kind, Letter.News news, String text, Instant notAfter) {
        outbox.writeToChat(conference.conferenceId(), to.address(), kind.name(), news, text, notAfter);
    }

    private static Letter.News once() {
        return new Letter.News(UUID.randomUUID(), 0);
    }

    /** As Slack wants it (https://api.slack.com/reference/surfaces/formatting): three signs written as HTML does. */
    private static String plain(String typed) {
        var escaped = typed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return AT.matcher(escaped).replaceAll("@\u200B");
    }
}
