package org.manyhands.people;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.manyhands.account.AccountId;
import org.manyhands.conference.ConferenceId;
import org.manyhands.conference.RolesInSight;
import org.manyhands.shared.NotFound;
import org.manyhands.shared.Reach;
import org.manyhands.shared.Rows;
import org.manyhands.shared.TimeRange;
import org.manyhands.volunteer.Suits;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads who one volunteer is, what suits them and what they want to hear. */
@Component
class VolunteerFile {

    /** Whom a role lead sees: those who hold, wait for or asked for something of their roles. */
    static final String IN_SIGHT = """
            (:roles::uuid[] is null
                or exists (select from signup join shift using (shift_id)
                           where signup.volunteer_id = volunteer.volunteer_id and role_id = any(:roles)
                             and state in ('CONFIRMED', 'OFFERED', 'WAITLISTED'))
                or exists (select from role_clearance
                           where role_clearance.volunteer_id = volunteer.volunteer_id and role_id = any(:roles)))
            """;

    private final JdbcClient jdbc;

    VolunteerFile(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param hoursADayAtMost as {@code hoursAtMost}, on one day; no end of it for null
     * @param days on which they are there; any for none
     * @param starred which talks they want to hear
     * @param mayBeNoted whether the asker may read and write notes about them
     */
    record Head(
            VolunteerId id,
            String name,
            String pronouns,
            @Nullable String email,
            String phone,
            String chatHandle,
            Suits suits,
            @Nullable Integer hoursAtMost,
            @Nullable Integer hoursADayAtMost,
            List<LocalDate> days,
            List<String> wishes,
            boolean shownToCrew,
            Instant registeredAt,
            List<Talk> starred,
            boolean mayBeNoted) {

        public @Nullable String writeLink() {
            return email == null ? null : Reach.byMail(email);
        }

        public @Nullable String callLink() {
            return Reach.byPhone(phone);
        }
    }

    record Talk(String title, TimeRange during) {}

    /** @throws NotFound also for somebody who has nothing to do with the roles in sight */
    Head head(ConferenceId conference, RolesInSight sight, VolunteerId volunteer, AccountId asker) {
        return jdbc.sql("""
                        select volunteer_id, volunteer.name, pronouns, email, phone, chat_handle, suits, hours_at_most,
                               hours_a_day_at_most, days_there, shown_to_crew, registered_at,
                               array(select role.name from role_wish join role using (role_id)
                                     where role_wish.volunteer_id = volunteer.volunteer_id order by role.name) as wishes,
                               titles, starts, ends, %s as may_be_noted
                        from volunteer left join account using (account_id)
                        cross join lateral (
                            select coalesce(array_agg(title order by starts_at, title), '{}') as titles,
                                   array_agg(starts_at order by starts_at, title) as starts,
                                   array_agg(ends_at order by starts_at, title) as ends
                            from star join talk using (talk_id)
                            where star.volunteer_id = volunteer.volunteer_id and gone_at is null) starred
                        where volunteer_id = :volunteer and conference_id = :conference and %s
                        """.formatted(Notes.MAY, IN_SIGHT))
                .param("volunteer", volunteer.volunteerId())
                .param("conference", conference.conferenceId())
                .param("roles", sight.forSql())
                .param("asker", asker.accountId())
                .query(VolunteerFile::head)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        return new Head(
                new VolunteerId(row.getObject("volunteer_id", UUID.class)),
                row.getString("name"),
                row.getString("pronouns"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("chat_handle"),
                Suits.valueOf(row.getString("suits")),
                (Integer) row.getObject("hours_at_most"),
                (Integer) row.getObject("hours_a_day_at_most"),
                Stream.of((Date[]) row.getArray("days_there").getArray())
                        .map(Date::toLocalDate)
                        .toList(),
                List.of((String[]) row.getArray("wishes").getArray()),
                row.getBoolean("shown_to_crew"),
                Objects.requireNonNull(Rows.instant(row, "registered_at")),
                starred(row),
                row.getBoolean("may_be_noted"));
    }

    private static List<Talk> starred(ResultSet row) throws SQLException {
        var titles = (String[]) row.getArray("titles").getArray();
        if (titles.length == 0) {
            return List.of();
        }
        var starts = (Timestamp[]) row.getArray("starts").getArray();
        var ends = (Timestamp[]) row.getArray("ends").getArray();
        return IntStream.range(0, titles.length)
                .mapToObj(i -> new Talk(titles[i], new TimeRange(starts[i].toInstant(), ends[i].toInstant())))
                .toList();
    }
}
