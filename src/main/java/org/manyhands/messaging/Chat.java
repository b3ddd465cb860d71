package org.manyhands.messaging;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.manyhands.audit.AuditTrail;
import org.manyhands.conference.ConferenceId;
import org.manyhands.mail.Outbox;
import org.manyhands.shared.CannotReach;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.Outside;
import org.manyhands.shared.Saving;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps where conferences chat; one without a row is never written to. */
@Service
class Chat {

    private static final String AUDITED = "chat";

    /** Discord takes Slack's messages at an address of its own: https://discord.com/developers/docs/resources/webhook. */
    private static final Pattern DISCORD = Pattern.compile("(?:\\w+\\.)?discord(?:app)?\\.com");

    private static final String AS_SLACK = "/slack";

    private final Outside outside;
    private final Outbox outbox;
    private final JdbcClient jdbc;
    private final AuditTrail audit;

    Chat(Outside outside, Outbox outbox, JdbcClient jdbc, AuditTrail audit) {
        this.outside = outside;
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    Optional<ChatSettings> of(ConferenceId conference) {
        return jdbc.sql("select * from chat_webhook where conference_id = ?")
                .param(conference.conferenceId())
                .query((row, number) -> new ChatSettings(
                        URI.create(row.getString("address")),
                        row.getBoolean("below_minimum"),
                        row.getBoolean("cover_wanted"),
                        row.getInt("version")))
                .optional();
    }

    boolean isAt(ConferenceId conference, String webhook) {
        return of(conference)
                .filter(settings -> settings.address().toString().equals(webhook))
                .isPresent();
    }

    /** @throws FormRefusal beside the address where we do not post there */
    @Transactional
    void save(ConferenceId conference, ChatForm form) {
        var before = lock(conference);
        Saving.refuseStale(form.version(), before.map(ChatSettings::version).orElse(null));
        var address = form.address().isEmpty()
                ? before.map(ChatSettings::address).orElseThrow(() -> new FormRefusal("address", "chat.address"))
                : address(form.address());
        jdbc.sql("""
                        insert into chat_webhook (conference_id, address, below_minimum, cover_wanted) values (?, ?, ?, ?)
                        on conflict (conference_id) do update
                        set address = excluded.address, below_minimum = excluded.below_minimum,
                            cover_wanted = excluded.cover_wanted, version = chat_webhook.version + 1
                        """)
                .params(conference.conferenceId(), address.toString(), form.belowMinimum(), form.coverWanted())
                .update();
        if (!form.address().isEmpty()) {
            // What waits was meant for the one before
            outbox.dropForChat(conference.conferenceId());
        }
        var after = facts(of(conference).orElseThrow());
        before.ifPresentOrElse(
                was -> audit.recordChanged(
                        AUDITED, conference.conferenceId(), conference.conferenceId(), facts(was), after),
                () -> audit.recordAdded(AUDITED, conference.conferenceId(), conference.conferenceId(), after));
    }

    /** What waits for it is not sent any more. */
    @Transactional
    void remove(ConferenceId conference) {
        lock(conference).ifPresent(was -> {
            jdbc.sql("delete from chat_webhook where conference_id = ?")
                    .param(conference.conferenceId())
                    .update();
            outbox.dropForChat(conference.conferenceId());
            audit.recordDeleted(AUDITED, conference.conferenceId(), conference.conferenceId(), facts(was));
        });
    }

    /** Who saves first where there is no row yet makes the other one wait, and stale. */
    private Optional<ChatSettings> lock(ConferenceId conference) {
        jdbc.sql("select from conference where conference_id = ? for no key update")
                .param(conference.conferenceId())
                .query()
                .listOfRows();
        return of(conference);
    }

    private URI address(String typed) {
        try {
            var address = outside.checked(typed);
            var path = address.getPath();
            return DISCORD.matcher(address.getHost()).matches()
                            && path.startsWith("/api/webhooks/")
                            && !path.endsWith(AS_SLACK)
                    ? URI.create(address + AS_SLACK)
                    : address;
        } catch (CannotReach refusal) {
            throw new FormRefusal("address", "chat.refused", refusal.because());
        }
    }

    /** Of the address only whose it is. */
    private static Map<String, @Nullable Object> facts(ChatSettings settings) {
        return Map.of(
                "host", settings.host(),
                "belowMinimum", settings.belowMinimum(),
                "coverWanted", settings.coverWanted());
    }
}
