package org.manyhands.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.manyhands.clearance.ClearanceAsked;
import org.manyhands.clearance.ClearanceDecided;
import org.manyhands.messaging.ClearanceFacts.Asking;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells who leads a role that somebody asks for what it needs first, and them what was answered. */
@Component
class ClearanceMails {

    /** After that a page tells it better. */
    private static final Duration OF_USE = Duration.ofDays(7);

    private final ClearanceFacts facts;
    private final Mailing mailing;
    private final JdbcClient jdbc;
    private final Clock clock;

    ClearanceMails(ClearanceFacts facts, Mailing mailing, JdbcClient jdbc, Clock clock) {
        this.facts = facts;
        this.mailing = mailing;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * To the role's leads, or the conference's contact where it has none; the first asking of a day only, since the page
     * shows them all.
     */
    @EventListener
    void asked(ClearanceAsked news) {
        var asking = facts.of(news.clearance());
        var now = clock.instant();
        var day = (int) asking.times().date(now).toEpochDay();
        for (var recipient : whoAnswers(asking)) {
            mailing.write(mailing.word(
                            MailKind.CLEARANCE_ASKED,
                            recipient,
                            asking.conferenceId(),
                            facts.inWords(asking),
                            now.plus(OF_USE))
                    .tellingOf(aDaysAskings(asking.roleId(), recipient), day));
        }
    }

    @EventListener
    void decided(ClearanceDecided news) {
        var asking = facts.of(news.clearance());
        if (asking.email() != null) {
            var words = facts.inWords(asking);
            words.put("granted", asking.granted());
            words.put("takenBack", news.takenBack());
            words.put("decision", decision(asking.granted(), news.takenBack()));
            mailing.write(mailing.word(
                            MailKind.CLEARANCE_DECIDED,
                            asking.email(),
                            asking.conferenceId(),
                            words,
                            clock.instant().plus(OF_USE))
                    .answeredBy(asking.contactEmail())
                    .tellingOf(news.clearance().clearanceId(), asking.version()));
        }
    }

    private static String decision(boolean granted, boolean takenBack) {
        if (granted) {
            return "You can take shifts of it now. Thank you for offering.";
        }
        return takenBack
                ? "From now on you can take no new shifts of it. Those you have stay yours."
                : "This time the answer is no. Thank you for offering: there is a lot else that needs you.";
    }

    private List<String> whoAnswers(Asking asking) {
        var leads = jdbc.sql("""
                        select email from role_lead join account using (account_id) where role_id = ? order by email
                        """).param(asking.roleId()).query(String.class).list();
        return leads.isEmpty() ? List.of(asking.contactEmail()) : leads;
    }

    /** The outbox writes one letter of the same thing and version: here, of a role to one of its leads on one day. */
    private static UUID aDaysAskings(UUID role, String recipient) {
        return UUID.nameUUIDFromBytes((role + " " + recipient).getBytes(StandardCharsets.UTF_8));
    }
}
