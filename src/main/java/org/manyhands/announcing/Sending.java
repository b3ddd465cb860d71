package org.manyhands.announcing;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.manyhands.account.SignedIn;
import org.manyhands.announcing.Audiences.Reader;
import org.manyhands.audit.AuditTrail;
import org.manyhands.conference.ConferencePage;
import org.manyhands.mail.Letter;
import org.manyhands.mail.LetterTemplates;
import org.manyhands.mail.Outbox;
import org.manyhands.mail.Wording;
import org.manyhands.messaging.Stream;
import org.manyhands.messaging.Unsubscribing;
import org.manyhands.messaging.WhomToAsk;
import org.manyhands.shared.BaseUrl;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.Ids;
import org.manyhands.shared.Saving;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes an announcement into the outbox for each who is meant, and onto their pages: all of it or nothing, and once. */
@Service
class Sending {

    /** As the outbox has it, and {@code messaging.MailKind} words it. */
    private static final String KIND = "ANNOUNCEMENT";

    /** After that it is no news. */
    private static final Duration OF_USE = Duration.ofDays(7);

    private static final Pattern BETWEEN_PARAGRAPHS = Pattern.compile("\\n\\h*(?:\\n\\h*)+");

    private final Announcements announcements;
    private final Audiences audiences;
    private final Unsubscribing unsubscribing;
    private final LetterTemplates templates;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final BaseUrl baseUrl;
    private final Clock clock;

    Sending(
            Announcements announcements,
            Audiences audiences,
            Unsubscribing unsubscribing,
            LetterTemplates templates,
            Outbox outbox,
            AuditTrail audit,
            JdbcClient jdbc,
            BaseUrl baseUrl,
            Clock clock) {
        this.announcements = announcements;
        this.audiences = audiences;
        this.unsubscribing = unsubscribing;
        this.templates = templates;
        this.outbox = outbox;
        this.audit = audit;
        this.jdbc = jdbc;
        this.baseUrl = baseUrl;
        this.clock = clock;
    }

    /**
     * A second press sends nothing more.
     *
     * @param shown the version that was looked at
     * @throws FormRefusal where there is nobody to send it to
     */
    @Transactional
    void send(ConferencePage conference, UUID id, int shown) {
        var announcement = announcements.lock(conference.id(), id);
        if (announcement.isSent()) {
            return;
        }
        Saving.refuseStale(shown, announcement.version());
        var sentTo = audiences
                .inWords(conference, announcement.audience())
                .orElseThrow(() -> new FormRefusal("", "announcement.gone"));
        var readers = audiences.readers(conference, announcement.audience());
        if (readers.isEmpty()) {
            throw new FormRefusal("", "announcement.nobody");
        }
        var mails = mail(conference, announcement, readers);
        keepCopies(conference, id, readers, mails);
        jdbc.sql("update announcement set sent_at = ?, sent_to = ? where announcement_id = ?")
                .params(Timestamp.from(clock.instant()), sentTo, id)
                .update();
        audit.record(
                "announcement.sent",
                "announcement",
                id,
                conference.id().conferenceId(),
                Map.of("subject", announcement.subject(), "to", sentTo, "people", readers.size()));
    }

    /** @return the mail of each who gets one, by the volunteer's id */
    private Map<UUID, UUID> mail(ConferencePage conference, Announcement announcement, List<Reader> readers) {
        var mailed = readers.stream().filter(Reader::wantsMail).toList();
        Map<UUID, UUID> mails = mailed.stream().collect(toMap(each -> each.id().volunteerId(), each -> Ids.next()));
        var stops = unsubscribing.addresses(mailed.stream().map(Reader::id).toList(), Stream.ANNOUNCEMENTS);
        // Each reader's own takes its place
        var standIn = URI.create(baseUrl.of("/unsubscribe/stand-in"));
        outbox.writeToEach(
                letter(conference, announcement, conference.contactEmail(), standIn)
                        .endedAt(standIn),
                mailed.stream()
                        .map(each -> new Outbox.Reader(
                                requireNonNull(mails.get(each.id().volunteerId())),
                                each.email(),
                                requireNonNull(stops.get(each.id()))))
                        .toList());
        return mails;
    }

    private void keepCopies(ConferencePage conference, UUID id, List<Reader> readers, Map<UUID, UUID> mails) {
        jdbc.sql("""
                        insert into announcement_recipient (announcement_id, conference_id, volunteer_id, mail_id)
                        select :announcement, :conference, volunteer, mail
                        from unnest(:volunteers::uuid[], :mails::uuid[]) as reader (volunteer, mail)
                        """)
                .param("announcement", id)
                .param("conference", conference.id().conferenceId())
                .param(
                        "volunteers",
                        readers.stream().map(each -> each.id().volunteerId()).toArray(UUID[]::new))
                .param(
                        "mails",
                        readers.stream()
                                .map(each -> mails.get(each.id().volunteerId()))
                                .toArray(UUID[]::new))
                .update();
    }

    /** As a mail to the organizer alone. */
    @Transactional
    void test(ConferencePage conference, UUID id, SignedIn organizer) {
        var announcement = announcements.one(conference.id(), id);
        outbox.write(letter(conference, announcement, organizer.email().text(), settings(conference)));
    }

    Wording preview(ConferencePage conference, Announcement announcement) {
        return word(conference, announcement, settings(conference));
    }

    private URI settings(ConferencePage conference) {
        return URI.create(baseUrl.of("/" + conference.slug() + "/me/mails"));
    }

    private Letter letter(ConferencePage conference, Announcement announcement, String recipient, URI stop) {
        return Letter.to(
                        recipient,
                        KIND,
                        word(conference, announcement, stop),
                        clock.instant().plus(OF_USE))
                .inConference(conference.id().conferenceId())
                .answeredBy(conference.contactEmail());
    }

    private Wording word(ConferencePage conference, Announcement announcement, URI stop) {
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("subject", announcement.subject());
        facts.put("paragraphs", List.of(BETWEEN_PARAGRAPHS.split(announcement.body())));
        facts.put("conference", conference.name());
        facts.put("myShiftsLink", URI.create(baseUrl.of("/" + conference.slug() + "/me")));
        WhomToAsk.putInto(facts, conference.contactName(), conference.contactEmail(), conference.contactPhone());
        facts.put("stopLink", stop);
        return templates.word("announcement", facts);
    }
}
