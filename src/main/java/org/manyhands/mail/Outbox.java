package org.manyhands.mail;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.manyhands.shared.BaseUrl;
import org.manyhands.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where letters are written, in the transaction they tell of, so that neither exists without the other; the postman
 * looks in every second.
 */
@Component
public class Outbox {

    private final JdbcClient jdbc;
    private final BaseUrl baseUrl;
    private final Clock clock;

    Outbox(JdbcClient jdbc, BaseUrl baseUrl, Clock clock) {
        this.jdbc = jdbc;
        this.baseUrl = baseUrl;
        this.clock = clock;
    }

    /**
     * Writes the letter, unless this news has been written before.
     *
     * @return its mail; empty where it has
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> write(Letter letter) {
        var id = Ids.next();
        var news = letter.news();
        var calendar = letter.calendar();
        var written = jdbc.sql("""
                        insert into mail (mail_id, conference_id, kind, about, about_version, recipient, reply_to,
                            subject, text_body, html_body, calendar, calendar_method, unsubscribe, secret, message_id,
                            written_at, next_try_at, not_after)
                        values (:id, :conference, :kind, :about, :version, :recipient, :replyTo,
                            :subject, :text, :html, :calendar, :method, :unsubscribe, :secret, :messageId,
                            :now, :now, :notAfter)
                        on conflict on constraint mail_tells_once do nothing
                        """)
                .param("id", id)
                .param("conference", letter.conferenceId())
                .param("kind", letter.kind())
                .param("about", news == null ? null : news.about())
                .param("version", news == null ? null : news.version())
                .param("recipient", letter.recipient())
                .param("replyTo", letter.replyTo())
                .param("subject", letter.wording().subject())
                .param("text", letter.wording().text())
                .param("html", letter.wording().html())
                .param("calendar", calendar == null ? null : calendar.text())
                .param("method", calendar == null ? null : calendar.method())
                .param(
                        "unsubscribe",
                        letter.unsubscribe() == null
                                ? null
                                : letter.unsubscribe().toString())
                .param("secret", letter.secret())
                // Made here and kept, so that a mail sent twice by mischance is recognised as one (RFC 5322, 3.6.4)
                .param("messageId", messageId(id, baseUrl))
                .param("now", Timestamp.from(clock.instant()))
                .param("notAfter", Timestamp.from(letter.notAfter()))
                .update();
        return written == 0 ? Optional.empty() : Optional.of(id);
    }

    /**
     * Writes a message to a chat, unless this news has been written before.
     *
     * @param webhook takes {@code {"text": …}}; whoever knows it can write there, so it is shown nowhere
     * @param kind as of a letter
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void writeToChat(
            UUID conference, URI webhook, String kind, Letter.News news, String text, Instant notAfter) {
        var id = Ids.next();
        jdbc.sql("""
                        insert into mail (mail_id, conference_id, kind, about, about_version, recipient, subject, text_body, webhook,
                            message_id, written_at, next_try_at, not_after)
                        values (:id, :conference, :kind, :about, :version, :host, :subject, :text, :webhook,
                            :messageId, :now, :now, :notAfter)
                        on conflict on constraint mail_tells_once do nothing
                        """)
                .param("id", id)
                .param("conference", conference)
                .param("kind", kind)
                .param("about", news.about())
                .param("version", news.version())
                .param("host", webhook.getHost())
                .param("subject", new Wording(text.lines().findFirst().orElse(""), text, null).subject())
                .param("text", text)
                .param("webhook", webhook.toString())
                .param("messageId", messageId(id, baseUrl))
                .param("now", Timestamp.from(clock.instant()))
                .param("notAfter", Timestamp.from(notAfter))
                .update();
    }

    /** What waits for the conference's chat is not sent any more, but for one on its way. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void dropForChat(UUID conference) {
        jdbc.sql("""
                        update mail set state = 'EXPIRED', error = 'the chat was switched off'
                        where state = 'WAITING' and conference_id = ? and webhook is not null and leased_until is null
                        """).param(conference).update();
    }

    /** One of many to whom the same is written. @param unsubscribe where they end mails like it */
    public record Reader(UUID mail, String recipient, URI unsubscribe) {}

    /**
     * Writes the same to many, in one statement. Each gets an address of their own to unsubscribe at in place of the one
     * that the letter has and its words name.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void writeToEach(Letter letter, List<Reader> readers) {
        jdbc.sql("""
                        insert into mail (mail_id, conference_id, kind, recipient, reply_to, subject, text_body, html_body,
                            unsubscribe, message_id, written_at, next_try_at, not_after)
                        select id, :conference, :kind, address, :replyTo, :subject, replace(:text, :standIn, stop),
                            replace(:html, :standIn, stop), stop, '<' || id || '@' || :host || '>', :now, :now, :notAfter
                        from unnest(:ids::uuid[], :addresses::text[], :stops::text[]) as reader (id, address, stop)
                        """)
                .param("conference", letter.conferenceId())
                .param("kind", letter.kind())
                .param("replyTo", letter.replyTo())
                .param("subject", letter.wording().subject())
                .param("text", letter.wording().text())
                .param("html", letter.wording().html())
                .param("standIn", String.valueOf(letter.unsubscribe()))
                .param("host", baseUrl.host())
                .param("now", Timestamp.from(clock.instant()))
                .param("notAfter", Timestamp.from(letter.notAfter()))
                .param("ids", readers.stream().map(Reader::mail).toArray(UUID[]::new))
                .param("addresses", readers.stream().map(Reader::recipient).toArray(String[]::new))
                .param(
                        "stops",
                        readers.stream()
                                .map(reader -> reader.unsubscribe().toString())
                                .toArray(String[]::new))
                .update();
    }

    /** What waits there of the mails that are ended at this address is not sent any more, but for one on its way. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void drop(URI unsubscribe) {
        jdbc.sql("""
                        update mail set state = 'EXPIRED', error = 'its reader wants no more of these'
                        where state = 'WAITING' and unsubscribe = :address and leased_until is null
                        """).param("address", unsubscribe.toString()).update();
    }

    static String messageId(UUID mail, BaseUrl baseUrl) {
        return "<" + mail + "@" + baseUrl.host() + ">";
    }
}
