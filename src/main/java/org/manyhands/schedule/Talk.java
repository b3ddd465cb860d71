package org.manyhands.schedule;

import static java.util.stream.Collectors.toCollection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.PlaceId;
import org.manyhands.schedulefile.Kind;
import org.manyhands.shared.LocalTimes;
import org.manyhands.shared.Rows;
import org.manyhands.shared.TimeRange;

/**
 * A talk as lists show it.
 *
 * @param end the start where its length is not known
 * @param rooms as the schedule names them, sorted
 * @param places those of the rooms that are places of the conference
 * @param blocks whether who attends it cannot work meanwhile
 */
public record Talk(
        TalkId id,
        String title,
        String subtitle,
        List<String> speakers,
        Instant start,
        Instant end,
        Kind kind,
        boolean blocks,
        @Nullable String link,
        List<String> rooms,
        Set<PlaceId> places) {

    /** For a reader's SQL: where a talk is given, of the conference's places; sorted, so that the same are the same list. */
    public static final String PLACES = """
            array(select distinct place_id from talk_room join room using (room_id)
                  where talk_room.talk_id = talk.talk_id and place_id is not null order by place_id)""";

    static final String COLUMNS = """
            talk_id, title, subtitle, speakers, starts_at, ends_at, kind, blocks, link, %s as rooms,
            %s as places
            """.formatted(StoredSchedule.ROOMS, PLACES);

    /** Empty where its length is not known: then it overlaps nothing. */
    public Optional<TimeRange> during() {
        return start.isBefore(end) ? Optional.of(new TimeRange(start, end)) : Optional.empty();
    }

    /** "8:00 – 10:00", or "8:00" where its length is not known. */
    public String span(LocalTimes times) {
        return during().map(times::span).orElseGet(() -> times.time(start));
    }

    /** Whether one may want to attend it, and so to star it. */
    public boolean isAttended() {
        return kind.attended();
    }

    public String kindInWords() {
        return KindWords.of(kind);
    }

    static Talk in(ResultSet row) throws SQLException {
        return new Talk(
                TalkId.of(row.getString("talk_id")),
                row.getString("title"),
                row.getString("subtitle"),
                StoredSchedule.texts(row.getArray("speakers")),
                Objects.requireNonNull(Rows.instant(row, "starts_at")),
                Objects.requireNonNull(Rows.instant(row, "ends_at")),
                Kind.valueOf(row.getString("kind")),
                row.getBoolean("blocks"),
                row.getString("link"),
                StoredSchedule.texts(row.getArray("rooms")).stream().sorted().toList(),
                Stream.of((UUID[]) row.getArray("places").getArray())
                        .map(PlaceId::new)
                        .collect(toCollection(LinkedHashSet::new)));
    }
}
