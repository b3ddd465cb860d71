package org.manyhands.signup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.manyhands.account.Account;
import org.manyhands.account.Arrival;
import org.manyhands.account.Errand;
import org.manyhands.account.LocalPath;
import org.manyhands.account.SignInId;
import org.manyhands.conference.ConferenceId;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.Conferences;
import org.manyhands.shared.Flash;
import org.manyhands.shared.Rows;
import org.manyhands.shift.ShiftId;
import org.manyhands.shift.ShiftList;
import org.manyhands.volunteer.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what somebody typed to join until they sign in by the mail's link or code, in whatever browser that is. */
@Component
class Registrations implements Errand {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Conferences conferences;
    private final ShiftList shifts;
    private final Joining joining;

    Registrations(JdbcClient jdbc, JsonMapper json, Conferences conferences, ShiftList shifts, Joining joining) {
        this.jdbc = jdbc;
        this.json = json;
        this.conferences = conferences;
        this.shifts = shifts;
        this.joining = joining;
    }

    private record Kept(ConferenceId conference, Joining.Request request) {}

    void keep(SignInId signIn, ConferencePage conference, Joining.Request request) {
        jdbc.sql("""
                        insert into registration (sign_in_id, conference_id, request_id, profile, picks, agreed_to_conduct_at)
                        values (:signIn, :conference, :request, :profile::jsonb, :picks, :agreedAt)
                        """)
                .param("signIn", signIn.signInId())
                .param("conference", conference.id().conferenceId())
                .param("request", request.requestId())
                .param("profile", json.writeValueAsString(request.profile()))
                .param("picks", request.picks().stream().map(ShiftId::shiftId).toArray(UUID[]::new))
                .param("agreedAt", Timestamp.from(request.agreedToConductAt()))
                .update();
    }

    @Override
    public Optional<String> announcedAs(SignInId signIn) {
        return purpose(signIn).map(purpose -> switch (purpose.picks().size()) {
            case 0 -> "Sign in and register with " + purpose.conference();
            case 1 -> "Sign in and take the shift: " + purpose.picks().getFirst();
            default -> "Sign in and take " + purpose.picks().size() + " shifts: " + String.join(", ", purpose.picks());
        });
    }

    @Override
    public Optional<Purpose> purpose(SignInId signIn) {
        return find(signIn).map(kept -> {
            var conference = conference(kept);
            return new Purpose(
                    conference.name(),
                    kept.request().picks().stream()
                            .map(pick -> shifts.published(kept.conference(), pick))
                            .flatMap(Optional::stream)
                            .map(shift ->
                                    shift.role() + " (" + conference.times().when(shift.during()) + ")")
                            .toList());
        });
    }

    @Override
    public boolean registers(SignInId signIn) {
        return find(signIn).isPresent();
    }

    @Override
    public Optional<Arrival> carryOut(SignInId signIn, Account account) {
        return find(signIn).map(kept -> {
            var conference = conference(kept);
            var picks = joining.join(conference, account.id(), kept.request());
            // Who picked nothing yet is shown what to pick
            var next = picks.isEmpty() ? "/me/suggestions" : "/me";
            return new Arrival(LocalPath.orHome("/" + conference.slug() + next), told(conference, picks));
        });
    }

    /** Good news in one sentence; where something was refused, each shift with what became of it. */
    static Map<String, Object> told(ConferencePage conference, List<Pick> picks) {
        if (picks.isEmpty()) {
            return Map.of(Flash.NAME, Flash.done("join.registered", conference.name()));
        }
        return picks.stream().allMatch(Pick::taken)
                ? Map.of(Flash.NAME, Flash.done("join.taken", picks.size()))
                : Map.of("picks", List.copyOf(picks));
    }

    @Override
    public void carryOver(SignInId from, SignInId to) {
        jdbc.sql("""
                        insert into registration (sign_in_id, conference_id, request_id, profile, picks, agreed_to_conduct_at)
                        select ?, conference_id, request_id, profile, picks, agreed_to_conduct_at
                        from registration where sign_in_id = ?
                        """).params(to.signInId(), from.signInId()).update();
    }

    private ConferencePage conference(Kept kept) {
        return ConferencePage.of(conferences.findById(kept.conference()).orElseThrow());
    }

    private Optional<Kept> find(SignInId signIn) {
        return jdbc.sql("select * from registration where sign_in_id = ?")
                .param(signIn.signInId())
                .query((row, number) -> new Kept(
                        new ConferenceId(row.getObject("conference_id", UUID.class)),
                        new Joining.Request(
                                json.readValue(row.getString("profile"), Profile.class),
                                picks(row),
                                row.getObject("request_id", UUID.class),
                                Objects.requireNonNull(Rows.instant(row, "agreed_to_conduct_at")))))
                .optional();
    }

    private static List<ShiftId> picks(ResultSet row) throws SQLException {
        return Stream.of((UUID[]) row.getArray("picks").getArray())
                .map(ShiftId::new)
                .toList();
    }
}
