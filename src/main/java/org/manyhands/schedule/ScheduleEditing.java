package org.manyhands.schedule;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.audit.AuditTrail;
import org.manyhands.conference.ConferenceId;
import org.manyhands.conference.PlaceEditing;
import org.manyhands.conference.PlaceId;
import org.manyhands.conference.Places;
import org.manyhands.shared.NotFound;
import org.manyhands.shared.Saving;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says of a schedule what no file knows: which rooms are which places, what keeps people busy, where it comes from. */
@Service
class ScheduleEditing {

    private final Rooms rooms;
    private final Places places;
    private final PlaceEditing placeEditing;
    private final ScheduleSources sources;
    private final StoredSchedule schedule;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    ScheduleEditing(
            Rooms rooms,
            Places places,
            PlaceEditing placeEditing,
            ScheduleSources sources,
            StoredSchedule schedule,
            AuditTrail audit,
            JdbcClient jdbc,
            Clock clock) {
        this.rooms = rooms;
        this.places = places;
        this.placeEditing = placeEditing;
        this.sources = sources;
        this.schedule = schedule;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** From now on no file says otherwise. */
    @Transactional
    void keepsBusy(ConferenceId conference, TalkId talk, boolean blocks) {
        var was = jdbc.sql("""
                        update talk set blocks = :blocks, blocks_set_by_organizer = true, version = talk.version + 1
                        from talk earlier
                        where talk.conference_id = :conference and talk.talk_id = :talk
                          and earlier.talk_id = talk.talk_id
                        returning earlier.title, earlier.blocks
                        """)
                .param("blocks", blocks)
                .param("conference", conference.conferenceId())
                .param("talk", talk.talkId())
                .query((row, number) -> Map.of("title", row.getString("title"), "blocks", row.getBoolean("blocks")))
                .optional()
                .orElseThrow(NotFound::new);
        record(
                "talk.busy-set",
                "talk",
                talk.talkId(),
                conference,
                Map.of("before", was, "after", Map.of("title", was.get("title"), "blocks", blocks)));
    }

    /** @param place null for none of the conference's places */
    @Transactional
    String tie(ConferenceId conference, RoomId id, @Nullable PlaceId place) {
        var room = find(conference, id);
        if (place != null) {
            places.findByIdAndConferenceId(place, conference).orElseThrow(NotFound::new);
        }
        tie(room, id, place);
        return room.name();
    }

    /** A new place called like the room. */
    @Transactional
    String makePlace(ConferenceId conference, RoomId id) {
        var room = find(conference, id);
        tie(room, id, placeEditing.addNamed(conference, room.name()));
        return room.name();
    }

    private Room find(ConferenceId conference, RoomId id) {
        return rooms.findByIdAndConferenceId(id, conference).orElseThrow(NotFound::new);
    }

    private void tie(Room room, RoomId id, @Nullable PlaceId place) {
        var before = facts(room);
        room.tieTo(place);
        rooms.flush();
        record("room.tied", "room", id.roomId(), room.conferenceId(), Map.of("before", before, "after", facts(room)));
    }

    private static Map<String, String> facts(Room room) {
        var place = Optional.ofNullable(room.placeId()).map(PlaceId::placeId).map(UUID::toString);
        return Map.of("name", room.name(), "place", place.orElse(""));
    }

    Optional<ScheduleSource> source(ConferenceId conference) {
        return sources.findById(conference);
    }

    /** Without an address there is no source. */
    @Transactional
    void comesFrom(ConferenceId conference, SourceForm form) {
        schedule.makeSureOf(conference);
        var stored = sources.findById(conference);
        Saving.refuseStale(form.version(), stored.map(ScheduleSource::version).orElse(null));
        var before = SourceForm.of(stored);
        if (form.address().isEmpty()) {
            stored.ifPresent(sources::delete);
        } else {
            var source = stored.orElseGet(() -> new ScheduleSource(conference, form.address()));
            source.moveTo(form.address());
            source.refreshEvery(form.refreshMinutes(), clock.instant());
            sources.save(source);
        }
        sources.flush();
        audit.recordChanged(
                "schedule-source",
                conference.conferenceId(),
                conference.conferenceId(),
                before.inWords(),
                form.inWords());
    }

    private void record(String action, String kind, UUID id, ConferenceId conference, Map<String, ?> detail) {
        audit.record(action, kind, id, conference.conferenceId(), detail);
    }
}
