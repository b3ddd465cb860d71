package org.manyhands.messaging;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferenceId;
import org.manyhands.messaging.MailFilter.State;
import org.manyhands.shared.NotFound;
import org.manyhands.shared.Rows;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads a conference's mails from the outbox; those that let somebody sign in are not among them. */
@Component
class SentMails {

    static final int ON_A_PAGE = 50;

    private static final String COLUMNS = """
            mail_id, kind, recipient, volunteer_id, volunteer.name as volunteer, subject, state, written_at, sent_at,
            next_try_at, attempts, error, again_of is not null as again
            """;

    /** By the mail server, so far. */
    private static final String NOT_TAKEN = "state = 'WAITING' and error is not null and webhook is null";

    private static final String READERS = """
            left join account on account.email = recipient
            left join volunteer on volunteer.account_id = account.account_id
                               and volunteer.conference_id = mail.conference_id
            """;

    private final JdbcClient jdbc;

    SentMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A mail, and what became of it.
     *
     * @param volunteer whose address it is; none for one of the team or somebody who is gone
     * @param nextTryAt when it goes out, should it wait
     * @param error why the last try failed, as the mail server put it
     * @param again whether organizers sent it once more
     */
    record Line(
            UUID id,
            String kind,
            String recipient,
            @Nullable UUID volunteerId,
            @Nullable String volunteer,
            String subject,
            State state,
            Instant writtenAt,
            @Nullable Instant sentAt,
            Instant nextTryAt,
            int attempts,
            @Nullable String error,
            boolean again) {

        public String kindInWords() {
            return MailKind.inWords(kind);
        }

        public boolean is(String asked) {
            return state == State.valueOf(asked);
        }

        /** Whether a try failed and the next one waits. */
        public boolean isTriedAgain() {
            return state == State.WAITING && error != null;
        }

        public @Nullable String errorInWords() {
            return error == null ? null : MailTrouble.inWords(error);
        }
    }

    /**
     * A mail with what it says.
     *
     * @param unsubscribe where its reader ends mails like it; none for one that nobody can do without
     * @param webhook of a message to a chat; null for a mail
     */
    record Whole(
            Line line,
            String text,
            boolean hasCalendar,
            @Nullable URI unsubscribe,
            @Nullable String webhook) {}

    /** @param since when the oldest was written of those that the mail server did not take, if there are any */
    record Counts(
            Map<State, Integer> of, int notTaken, @Nullable Instant since) {

        public int all() {
            return of.values().stream().mapToInt(Integer::intValue).sum();
        }

        public int in(State state) {
            return of.getOrDefault(state, 0);
        }
    }

    Counts counts(ConferenceId conference) {
        return jdbc.sql("""
                        select state, count(*) as number, count(*) filter (where %1$s) as not_taken,
                               min(written_at) filter (where %1$s) as since
                        from mail where conference_id = ? and not secret group by state
                        """.formatted(NOT_TAKEN))
                .param(conference.conferenceId())
                .query((ResultSetExtractor<Counts>) SentMails::counts);
    }

    private static Counts counts(ResultSet rows) throws SQLException {
        var of = new EnumMap<State, Integer>(State.class);
        var notTaken = 0;
        Instant since = null;
        while (rows.next()) {
            of.put(State.valueOf(rows.getString("state")), rows.getInt("number"));
            notTaken += rows.getInt("not_taken");
            since = Optional.ofNullable(Rows.instant(rows, "since")).orElse(since);
        }
        return new Counts(of, notTaken, since);
    }

    /** Newest first; one more than a page holds tells that there are older ones. */
    List<Line> find(ConferenceId conference, MailFilter filter) {
        return jdbc.sql("""
                        select %s from mail %s
                        where mail.conference_id = :conference and not secret
                          and (:state::text is null or state = :state) and (:kind::text is null or kind = :kind)
                          and (:q::text is null or strpos(lower(concat_ws(' ', recipient, volunteer.name, subject)), lower(:q)) > 0)
                          and (:before::uuid is null or (written_at, mail_id) < (
                                select written_at, mail_id from mail where mail_id = :before))
                        order by written_at desc, mail_id desc limit %d
                        """.formatted(COLUMNS, READERS, ON_A_PAGE + 1))
                .param("conference", conference.conferenceId())
                .param("state", name(filter.state(), State::of))
                .param("kind", name(filter.kind(), MailKind::of))
                .param("q", filter.q())
                .param("before", filter.last())
                .query((row, number) -> line(row))
                .list();
    }

    Optional<Line> lastToChat(ConferenceId conference) {
        return jdbc.sql("""
                        select %s from mail %s
                        where mail.conference_id = ? and webhook is not null order by written_at desc, mail_id desc limit 1
                        """.formatted(COLUMNS, READERS))
                .param(conference.conferenceId())
                .query((row, number) -> line(row))
                .optional();
    }

    Whole one(ConferenceId conference, UUID id) {
        return jdbc.sql("""
                        select %s, text_body, calendar is not null as has_calendar, unsubscribe, webhook from mail %s
                        where mail_id = ? and mail.conference_id = ? and not secret
                        """.formatted(COLUMNS, READERS))
                .params(id, conference.conferenceId())
                .query((row, number) -> new Whole(
                        line(row),
                        row.getString("text_body"),
                        row.getBoolean("has_calendar"),
                        Optional.ofNullable(row.getString("unsubscribe"))
                                .map(URI::create)
                                .orElse(null),
                        row.getString("webhook")))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** As the outbox has it. */
    private static @Nullable String name(@Nullable String value, Function<String, Optional<? extends Enum<?>>> known) {
        return value == null ? null : known.apply(value).map(Enum::name).orElse(null);
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getObject("mail_id", UUID.class),
                row.getString("kind"),
                row.getString("recipient"),
                row.getObject("volunteer_id", UUID.class),
                row.getString("volunteer"),
                row.getString("subject"),
                State.valueOf(row.getString("state")),
                Objects.requireNonNull(Rows.instant(row, "written_at")),
                Rows.instant(row, "sent_at"),
                Objects.requireNonNull(Rows.instant(row, "next_try_at")),
                row.getInt("attempts"),
                row.getString("error"),
                row.getBoolean("again"));
    }
}
