package org.manyhands.messaging;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.shared.BaseUrl;
import org.manyhands.volunteer.Registered;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Greets whoever registered, and says what comes next, in the transaction that registered them. */
@Component
class WelcomeMails {

    private final Mailing mailing;
    private final JdbcClient jdbc;
    private final BaseUrl baseUrl;

    WelcomeMails(Mailing mailing, JdbcClient jdbc, BaseUrl baseUrl) {
        this.mailing = mailing;
        this.jdbc = jdbc;
        this.baseUrl = baseUrl;
    }

    private record Newcomer(
            String email,
            String name,
            UUID conferenceId,
            String slug,
            String conference,
            LocalDate lastDay,
            String zone,
            boolean hasTalks,
            @Nullable String chatUrl,
            String contactName,
            String contactEmail,
            @Nullable String contactPhone) {}

    /** Not to those who walked in: they left no address. */
    @EventListener
    void welcome(Registered news) {
        jdbc.sql("""
                        select email, volunteer.name, conference_id, conference.slug, conference.name as conference, last_day,
                               zone, exists (select from talk where talk.conference_id = conference.conference_id) as has_talks,
                               chat_url, contact_name, contact_email, contact_phone
                        from volunteer join account using (account_id) join conference using (conference_id)
                        where volunteer_id = ?
                        """)
                .param(news.volunteer().volunteerId())
                .query(Newcomer.class)
                .optional()
                .ifPresent(newcomer -> mailing.write(mailing.word(
                                MailKind.WELCOME,
                                newcomer.email(),
                                newcomer.conferenceId(),
                                facts(newcomer),
                                newcomer.lastDay()
                                        .plusDays(1)
                                        .atStartOfDay(ZoneId.of(newcomer.zone()))
                                        .toInstant())
                        .answeredBy(newcomer.contactEmail())
                        .tellingOf(news.volunteer().volunteerId(), 0)));
    }

    private Map<String, @Nullable Object> facts(Newcomer newcomer) {
        var here = "/" + newcomer.slug();
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("volunteer", newcomer.name());
        facts.put("conference", newcomer.conference());
        facts.put("suggestionsLink", URI.create(baseUrl.of(here + "/me/suggestions")));
        facts.put("scheduleLink", newcomer.hasTalks() ? URI.create(baseUrl.of(here + "/schedule")) : null);
        facts.put("openShiftsLink", URI.create(baseUrl.of(here + "/shifts?open=true")));
        facts.put("myShiftsLink", URI.create(baseUrl.of(here + "/me")));
        facts.put("profileLink", URI.create(baseUrl.of(here + "/me/profile")));
        facts.put("chatLink", newcomer.chatUrl() == null ? null : URI.create(newcomer.chatUrl()));
        WhomToAsk.putInto(facts, newcomer.contactName(), newcomer.contactEmail(), newcomer.contactPhone());
        return facts;
    }
}
