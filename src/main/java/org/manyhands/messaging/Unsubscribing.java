package org.manyhands.messaging;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.net.URI;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.manyhands.mail.Outbox;
import org.manyhands.shared.BaseUrl;
import org.manyhands.shared.SignedIds;
import org.manyhands.volunteer.PeopleMerged;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Knows who does not want which mails, and makes the links by which they say so without signing in (RFC 8058). */
@Component
public class Unsubscribing {

    private final SignedIds signed;
    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final BaseUrl baseUrl;

    Unsubscribing(SignedIds signed, JdbcClient jdbc, Outbox outbox, BaseUrl baseUrl) {
        this.signed = signed;
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.baseUrl = baseUrl;
    }

    /**
     * Whose mails of which stream end.
     *
     * @param slug of the conference, whose mails alone they are
     */
    record Stop(VolunteerId volunteer, Stream stream, String slug, String conference) {}

    /** Always the same, and good for as long as the registration lasts. */
    URI address(VolunteerId volunteer, Stream stream) {
        return URI.create(baseUrl.of("/unsubscribe/" + signed.sign(volunteer.volunteerId(), stream.purpose())));
    }

    /** The same for many; the key is read once. */
    public Map<VolunteerId, URI> addresses(Collection<VolunteerId> volunteers, Stream stream) {
        var signed = this.signed.signAll(
                volunteers.stream().map(VolunteerId::volunteerId).toList(), stream.purpose());
        return volunteers.stream()
                .collect(toMap(
                        identity(), each -> URI.create(baseUrl.of("/unsubscribe/" + signed.get(each.volunteerId())))));
    }

    Optional<Stop> read(String token) {
        for (var stream : Stream.values()) {
            var volunteer = signed.read(token, stream.purpose());
            if (volunteer.isPresent()) {
                return stop(new VolunteerId(volunteer.get()), stream);
            }
        }
        return Optional.empty();
    }

    private Optional<Stop> stop(VolunteerId volunteer, Stream stream) {
        return jdbc.sql("""
                        select conference.slug, conference.name from volunteer join conference using (conference_id)
                        where volunteer_id = ?
                        """)
                .param(volunteer.volunteerId())
                .query((row, number) -> new Stop(volunteer, stream, row.getString("slug"), row.getString("name")))
                .optional();
    }

    EnumSet<Stream> refusedBy(VolunteerId volunteer) {
        var refused = EnumSet.noneOf(Stream.class);
        jdbc.sql("select stream from mail_refusal where volunteer_id = ?")
                .param(volunteer.volunteerId())
                .query(String.class)
                .list()
                .forEach(stream -> refused.add(Stream.valueOf(stream)));
        return refused;
    }

    /** Whether mails that end at this address are ended. */
    boolean isEnded(URI address) {
        var path = address.getPath();
        return read(path.substring(path.lastIndexOf('/') + 1))
                .filter(stop -> refusedBy(stop.volunteer()).contains(stop.stream()))
                .isPresent();
    }

    /** At once: what waits in the outbox is not sent either. */
    @Transactional
    void refuse(VolunteerId volunteer, Stream stream) {
        jdbc.sql("insert into mail_refusal (volunteer_id, stream) values (?, ?) on conflict do nothing")
                .params(volunteer.volunteerId(), stream.name())
                .update();
        outbox.drop(address(volunteer, stream));
    }

    @Transactional
    void want(VolunteerId volunteer, Stream stream) {
        jdbc.sql("delete from mail_refusal where volunteer_id = ? and stream = ?")
                .params(volunteer.volunteerId(), stream.name())
                .update();
    }

    @EventListener
    void merge(PeopleMerged people) {
        jdbc.sql("""
                        insert into mail_refusal (volunteer_id, stream)
                        select ?, stream from mail_refusal where volunteer_id = ? on conflict do nothing
                        """)
                .params(people.kept().volunteerId(), people.gone().volunteerId())
                .update();
    }
}
