package org.manyhands.announcing;

import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.manyhands.announcing.Audience.Kind;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.Rows;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Knows which people there are to announce something to, and who is meant by each. */
@Component
class Audiences {

    private static final String MEANT = """
            conference_id = :conference and case :kind
                when 'EVERYBODY' then true
                when 'IDLE' then not exists (
                    select from signup join shift using (shift_id)
                    where signup.volunteer_id = volunteer.volunteer_id and state = 'CONFIRMED' and cancelled_at is null)
                else exists (
                    select from signup join shift using (shift_id)
                    where signup.volunteer_id = volunteer.volunteer_id and state = 'CONFIRMED' and cancelled_at is null
                      and case :kind
                          when 'ROLE' then role_id = :role
                          when 'SHIFT' then shift.shift_id = :shift
                          else shift.during && tstzrange(:from, :until) end)
                end
            """;

    private static final String WANTS_NONE = """
            exists (select from mail_refusal where mail_refusal.volunteer_id = volunteer.volunteer_id
                    and stream = 'ANNOUNCEMENTS')
            """;

    private final JdbcClient jdbc;

    Audiences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How many it reaches.
     *
     * @param mailed who gets a mail
     * @param onPage who wants no such mails, and finds it on their page only
     * @param unreachable who left no address
     */
    record Reach(int mailed, int onPage, int unreachable) {

        public int all() {
            return mailed + onPage;
        }
    }

    /** @param wantsMail whether they have not said that they want none like it */
    record Reader(VolunteerId id, String email, boolean wantsMail) {}

    Reach reach(ConferencePage conference, Audience audience) {
        return asked("""
                        select count(*) filter (where account_id is not null and not %1$s) as mailed,
                               count(*) filter (where account_id is not null and %1$s) as on_page,
                               count(*) filter (where account_id is null) as unreachable
                        from volunteer where %2$s
                        """.formatted(WANTS_NONE, MEANT), conference, audience)
                .query(Reach.class)
                .single();
    }

    /** Until the transaction ends none of them goes, as by being made one person with another. */
    List<Reader> readers(ConferencePage conference, Audience audience) {
        return asked("""
                        select volunteer_id, email, not %s as wants_mail
                        from volunteer join account using (account_id) where %s order by volunteer_id
                        for key share of volunteer
                        """.formatted(WANTS_NONE, MEANT), conference, audience)
                .query((row, number) -> new Reader(
                        new VolunteerId(row.getObject("volunteer_id", UUID.class)),
                        row.getString("email"),
                        row.getBoolean("wants_mail")))
                .list();
    }

    private StatementSpec asked(String sql, ConferencePage conference, Audience audience) {
        var day = audience.day() == null ? conference.firstDay() : audience.day();
        return jdbc.sql(sql)
                .param("conference", conference.id().conferenceId())
                .param("kind", audience.kind().name())
                .param("role", audience.role())
                .param("shift", audience.shift())
                .param(
                        "from",
                        Timestamp.from(day.atStartOfDay(conference.zone()).toInstant()))
                .param(
                        "until",
                        Timestamp.from(
                                day.plusDays(1).atStartOfDay(conference.zone()).toInstant()));
    }

    /** From value to words; of the shifts only one that is asked for. */
    Map<String, String> choices(ConferencePage conference, Audience also) {
        var choices = new LinkedHashMap<String, String>();
        choices.put(Audience.EVERYBODY.value(), "Everybody who registered");
        choices.put(Audience.IDLE.value(), "Whoever has no shift");
        jdbc.sql("select role_id, name from role where conference_id = ? order by lower(name), role_id")
                .param(conference.id().conferenceId())
                .query((row, number) -> choices.put(
                        Audience.ofRole(row.getObject("role_id", UUID.class)).value(),
                        "Whoever has a shift of " + row.getString("name")))
                .list();
        conference
                .days()
                .forEach(day -> choices.put(
                        Audience.ofDay(day).value(),
                        "Whoever has a shift on " + conference.times().day(day)));
        if (also.kind() == Kind.SHIFT) {
            inWords(conference, also).ifPresent(words -> choices.put(also.value(), words));
        }
        return choices;
    }

    /** "Whoever has a shift of Registration desk"; none where there is no such thing in the conference. */
    Optional<String> inWords(ConferencePage conference, Audience audience) {
        return switch (audience.kind()) {
            case SHIFT -> shiftInWords(conference, audience);
            case DAY, ROLE, EVERYBODY, IDLE ->
                Optional.ofNullable(choices(conference, Audience.EVERYBODY).get(audience.value()));
        };
    }

    private Optional<String> shiftInWords(ConferencePage conference, Audience audience) {
        return jdbc.sql("""
                        select role.name, lower(during) as starts_at, upper(during) as ends_at
                        from shift join role using (role_id) where shift.conference_id = :conference and shift_id = :shift
                        """)
                .param("conference", conference.id().conferenceId())
                .param("shift", audience.shift())
                .query((row, number) -> "Whoever has this shift: " + row.getString("name") + ", "
                        + conference.times().when(Rows.range(row, "starts_at", "ends_at")))
                .optional();
    }
}
