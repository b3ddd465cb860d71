package org.manyhands.planning;

import static java.util.Comparator.comparing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.PlaceId;
import org.manyhands.conference.Places;
import org.manyhands.role.RoleId;
import org.manyhands.schedule.ScheduleUse;
import org.manyhands.schedule.Talk;
import org.manyhands.schedule.TalkId;
import org.manyhands.schedulefile.Kind;
import org.manyhands.shared.Rows;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.Drafting;
import org.manyhands.shift.ShiftId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the shifts that are no longer where the talks are for which they were made. Nothing of it is stored: it is what
 * the talks are now, against what the organizers know of them.
 */
@Component
public class Moves implements ScheduleUse {

    private final Programme programme;
    private final Places places;
    private final Drafting drafting;
    private final JdbcClient jdbc;
    private final Clock clock;

    Moves(Programme programme, Places places, Drafting drafting, JdbcClient jdbc, Clock clock) {
        this.programme = programme;
        this.places = places;
        this.drafting = drafting;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A shift as it stands. */
    record Standing(
            ShiftId id,
            int version,
            RoleId roleId,
            String role,
            PlaceId placeId,
            String place,
            TimeRange during,
            int people) {

        private Drafting.Spot spot() {
            return new Drafting.Spot(roleId, placeId, during);
        }
    }

    /** A talk of it; without a line where it is gone. */
    record Tied(TalkId id, String title, @Nullable Talk now) {}

    /**
     * Where the block of the shift's talks is now.
     *
     * @param covered those of them that are given there
     * @param taken whether another shift of the role stands there then, and stays
     */
    record Target(PlaceId placeId, String place, TimeRange during, Set<TalkId> covered, boolean taken) {}

    /** @param target empty where no talk of it is at any of the places any more */
    record Line(Standing shift, List<Tied> talks, Optional<Target> target) {

        /** Whether the shift would leave one of its talks to others. */
        public boolean leavesSome() {
            return talks.stream().anyMatch(this::leaves);
        }

        public boolean leaves(Tied talk) {
            return talk.now() != null
                    && target.filter(to -> !to.covered().contains(talk.id())).isPresent();
        }

        /** All that a decision hangs on: a button pressed below another state was pressed below another page. */
        public String state() {
            return Integer.toHexString(Objects.hash(
                    shift.version(), shift.during(), shift.placeId(), String.valueOf(target), String.valueOf(talks)));
        }
    }

    private record Row(Standing shift, TalkId talk, String title) {}

    @Override
    public int shiftsToMove(ConferencePage conference) {
        return of(conference).size();
    }

    /** Soonest first; neither those that are over nor cancelled ones. */
    List<Line> of(ConferencePage conference) {
        var changed = changed(conference);
        if (changed.isEmpty()) {
            return List.of();
        }
        var schedule = programme.all(conference);
        var now = schedule.stream().collect(Collectors.toMap(Talk::id, talk -> talk));
        var names = places.findByConferenceIdOrderByName(conference.id()).stream()
                .collect(Collectors.toMap(place -> place.id(), place -> place.name()));
        var talks = new LinkedHashMap<Standing, List<Tied>>();
        changed.forEach(row -> talks.computeIfAbsent(row.shift(), shift -> new ArrayList<>())
                .add(new Tied(row.talk(), row.title(), now.get(row.talk()))));
        var stands = new HashSet<>(drafting.standing(conference.id()));
        talks.keySet().forEach(shift -> stands.remove(shift.spot()));
        var lines = new ArrayList<Line>();
        talks.forEach((shift, tied) -> {
            var block = blockNow(tied.stream().map(Tied::id).toList(), shift, schedule, stands);
            if (block.filter(there -> isAt(there, shift)).isEmpty()) {
                lines.add(new Line(shift, tied, block.map(to -> target(to, shift, names, stands))));
            }
        });
        return lines;
    }

    private static Target target(
            Blocks.Block block, Standing shift, Map<PlaceId, String> names, Set<Drafting.Spot> stands) {
        return new Target(
                block.place(),
                Objects.requireNonNull(names.get(block.place())),
                block.during(),
                block.talks().stream().map(Talk::id).collect(Collectors.toSet()),
                isTaken(block, shift, stands));
    }

    private static boolean isAt(Blocks.Block block, Standing shift) {
        return block.place().equals(shift.placeId()) && block.during().equals(shift.during());
    }

    /**
     * The block in which most of these talks are now. Of several one where no other shift of the role stands; of these one
     * at the same place, then the nearest in time, so that the shift goes no further than it has to.
     */
    static Optional<Blocks.Block> blockNow(
            Collection<TalkId> talks, Standing shift, Collection<Talk> schedule, Set<Drafting.Spot> stands) {
        var theirs = schedule.stream()
                .filter(entry -> entry.kind() == Kind.BREAK || talks.contains(entry.id()))
                .toList();
        return Blocks.of(theirs).stream()
                .min(comparing((Blocks.Block block) -> isTaken(block, shift, stands))
                        .thenComparing(block -> -block.talks().size())
                        .thenComparing(block -> !block.place().equals(shift.placeId()))
                        .thenComparing(block -> Duration.between(
                                        shift.during().start(), block.during().start())
                                .abs()));
    }

    private static boolean isTaken(Blocks.Block block, Standing shift, Set<Drafting.Spot> stands) {
        return stands.stream()
                .anyMatch(spot -> spot.role().equals(shift.roleId())
                        && spot.place().equals(block.place())
                        && spot.during().overlaps(block.during()));
    }

    private List<Row> changed(ConferencePage conference) {
        return jdbc.sql("""
                        select shift.shift_id, shift.version, role_id, role.name as role, place_id, place.name as place,
                               lower(shift.during) as starts_at, upper(shift.during) as ends_at, taken + waiting as people,
                               tie.talk_id, tied.title
                        from shift join role using (role_id) join place using (place_id)
                        join shift_talk tie using (shift_id) join talk tied using (talk_id)
                        where shift.conference_id = :conference and cancelled_at is null and upper(shift.during) > :now
                          and exists (select from shift_talk join talk using (talk_id)
                                      where shift_talk.shift_id = shift.shift_id and %s)
                        order by lower(shift.during), place.name, role.name, shift.shift_id, tied.starts_at, tied.title
                        """.formatted(Ties.CHANGED))
                .param("conference", conference.id().conferenceId())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new Standing(
                        ShiftId.of(row.getString("shift_id")),
                        row.getInt("version"),
                        new RoleId(row.getObject("role_id", UUID.class)),
                        row.getString("role"),
                        new PlaceId(row.getObject("place_id", UUID.class)),
                        row.getString("place"),
                        Rows.range(row, "starts_at", "ends_at"),
                        row.getInt("people")),
                TalkId.of(row.getString("talk_id")),
                row.getString("title"));
    }
}
