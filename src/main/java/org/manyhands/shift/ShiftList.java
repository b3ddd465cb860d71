package org.manyhands.shift;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.manyhands.conference.ConferenceId;
import org.manyhands.conference.ConferencePage;
import org.manyhands.role.EarlyArrival;
import org.manyhands.role.RoleNeeds;
import org.manyhands.role.Setting;
import org.manyhands.role.Trait;
import org.manyhands.shared.Rows;
import org.manyhands.shared.TimeRange;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the published shifts of a conference, for everybody to see. */
@Component
public class ShiftList {

    private static final String LINES = """
            select shift_id, lower(during) as starts_at, upper(during) as ends_at, upper(busy) as busy_until,
                   role.name as role, role.slug as role_slug, setting, traits, needs, arrive_early_minutes,
                   place.name as place, place.slug as place_slug, note, %s
            from shift join role using (role_id, conference_id) join place using (place_id, conference_id)
            """.formatted(Staffing.COLUMNS);

    /** What a reader asks of a shift that has room and is still to come, with {@code :now} in hand. */
    static final String OPEN = "(lower(during) > :now and " + Staffing.NEEDS_SOMEBODY + ")";

    private final JdbcClient jdbc;

    ShiftList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One shift as a card shows it.
     *
     * @param busyUntil when one may leave for the next shift; the end, less the handover
     */
    public record Line(
            ShiftId id,
            TimeRange during,
            Instant busyUntil,
            String role,
            String roleSlug,
            Setting setting,
            List<Trait> traits,
            RoleNeeds needs,
            int arriveEarlyMinutes,
            String place,
            String placeSlug,
            Staffing staffing,
            String note)
            implements EarlyArrival {

        /** ", on stage, hears the talks", or nothing. */
        public String traitsInWords() {
            return traits.stream()
                    .map(trait -> ", " + trait.words().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining());
        }

        public TimeRange busy() {
            return new TimeRange(during.start(), busyUntil);
        }
    }

    public List<Line> published(ConferencePage conference, ShiftFilter filter, Instant now) {
        return jdbc.sql(LINES + """
                        where shift.conference_id = :conference and published and %s
                          and (:role::text is null or role.slug = :role)
                          and (:place::text is null or place.slug = :place)
                          and (:setting::text is null or setting = :setting)
                          and (not :open or %s)
                        order by lower(during), upper(during), role.name, place.name
                        """.formatted(DayAsked.IS_OF_SHIFT, OPEN))
                .param("conference", conference.id().conferenceId())
                .params(filter.dayAsked().params(conference.zone()))
                .param("role", filter.role())
                .param("place", filter.place())
                .param("setting", filter.inSetting().map(Setting::name).orElse(null))
                .param("open", filter.openOnly())
                .param("now", Timestamp.from(now))
                .query(ShiftList::line)
                .list();
    }

    public Optional<Line> published(ConferenceId conference, ShiftId shift) {
        return published(conference, List.of(shift)).stream().findFirst();
    }

    /** One that was published and does not take place. */
    public Optional<Line> cancelled(ConferenceId conference, ShiftId shift) {
        return jdbc.sql(LINES + "where shift.conference_id = ? and cancelled_at is not null and shift_id = ?")
                .params(conference.conferenceId(), shift.shiftId())
                .query(ShiftList::line)
                .optional();
    }

    /** Those of the shifts that are published at this conference, in the order given. */
    public List<Line> published(ConferenceId conference, Collection<ShiftId> shifts) {
        if (shifts.isEmpty()) {
            return List.of();
        }
        var ids = shifts.stream().map(ShiftId::shiftId).toList();
        return jdbc
                .sql(LINES + "where shift.conference_id = :conference and published and shift_id in (:shifts)")
                .param("conference", conference.conferenceId())
                .param("shifts", ids)
                .query(ShiftList::line)
                .list()
                .stream()
                .sorted(Comparator.comparing(line -> ids.indexOf(line.id().shiftId())))
                .toList();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                ShiftId.of(row.getString("shift_id")),
                Rows.range(row, "starts_at", "ends_at"),
                Objects.requireNonNull(Rows.instant(row, "busy_until")),
                row.getString("role"),
                row.getString("role_slug"),
                Setting.valueOf(row.getString("setting")),
                Stream.of((String[]) row.getArray("traits").getArray())
                        .map(Trait::valueOf)
                        .toList(),
                RoleNeeds.valueOf(row.getString("needs")),
                row.getInt("arrive_early_minutes"),
                row.getString("place"),
                row.getString("place_slug"),
                Staffing.in(row),
                row.getString("note"));
    }
}
