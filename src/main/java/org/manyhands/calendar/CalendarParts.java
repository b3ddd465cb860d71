package org.manyhands.calendar;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.manyhands.calendar.CalendarEvent.Method;
import org.manyhands.mail.CalendarPart;
import org.manyhands.shared.BaseUrl;
import org.manyhands.signup.SignupId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a mail about a signup tells its reader's calendar. Google removes only what came as a REQUEST, so that is how it
 * comes, although nothing is asked.
 */
@Component
public class CalendarParts {

    private final OwnShifts shifts;
    private final CalendarFile file;
    private final BaseUrl baseUrl;
    private final JdbcClient jdbc;
    private final Clock clock;

    CalendarParts(OwnShifts shifts, CalendarFile file, BaseUrl baseUrl, JdbcClient jdbc, Clock clock) {
        this.shifts = shifts;
        this.file = file;
        this.baseUrl = baseUrl;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Counts a change of the signup and says it: REQUEST where the shift is theirs, CANCEL where it was and is no more.
     * Nothing where calendars never heard of it: they waited for it, or the conference does not attach entries. What a
     * calendar has already is moved and removed even so.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<CalendarPart> tell(SignupId signup) {
        return shifts.of(signup)
                .filter(shift -> shift.confirmed() || shift.sent())
                .flatMap(this::tell);
    }

    private Optional<CalendarPart> tell(OwnShift shift) {
        var isSent = shift.email() != null && (shift.sent() || shift.attached());
        count(shift, isSent && shift.confirmed());
        if (!isSent) {
            return Optional.empty();
        }
        var method = shift.confirmed() ? Method.REQUEST : Method.CANCEL;
        return shifts.of(new SignupId(shift.signup())).map(counted -> part(method, counted));
    }

    private void count(OwnShift shift, boolean sent) {
        jdbc.sql("""
                        insert into calendar_entry (signup_id, uid, sequence, changed_at, sent)
                        values (:signup, :signup, 0, :now, :sent)
                        on conflict (signup_id) do update
                            set sequence = calendar_entry.sequence + 1, changed_at = excluded.changed_at, sent = excluded.sent
                        """)
                .param("signup", shift.signup())
                .param("now", Timestamp.from(clock.instant()))
                .param("sent", sent)
                .update();
    }

    private CalendarPart part(Method method, OwnShift shift) {
        var event = shift.event(baseUrl).to(shift.email());
        var text = file.of(method, shift.times().zone(), List.of(event), shift.during());
        return new CalendarPart(method.name(), text);
    }

    /** From now on the calendar's entry of the one is the other one's. */
    void handOn(UUID given, UUID taken) {
        jdbc.sql("""
                        update calendar_entry set signup_id = :taken
                        where signup_id = :given and not exists (select from calendar_entry where signup_id = :taken)
                        """).param("given", given).param("taken", taken).update();
    }
}
