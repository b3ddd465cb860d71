package org.manyhands.schedulefile;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** The JSON that frab and pretalx write: days, in them rooms, in them events. */
final class FrabJson {

    private final Gathering gathering;
    private final ConferenceDays days;
    private int events;

    FrabJson(ConferenceDays days) {
        this.days = days;
        this.gathering = new Gathering(days);
    }

    ScheduleRead.Read read(JsonNode json) {
        var conference = json.path("schedule").path("conference");
        var zone = FileTimes.zone(Json.text(conference, "time_zone_name"));
        var times = new FileTimes(days).in(zone.orElse(null));
        for (var day : Json.items(conference.path("days"))) {
            read(
                    day,
                    FrabDay.of(
                            times,
                            Json.text(day, "date"),
                            Json.text(day, "day_start"),
                            Json.text(day, "day_end"),
                            Json.text(conference, "day_change")));
        }
        return gathering.read(Format.FRAB_JSON);
    }

    private void read(JsonNode json, FrabDay day) {
        Json.items(json.path("events")).forEach(event -> read(event, "", day));
        var rooms = json.path("rooms");
        if (rooms.isObject()) {
            rooms.properties().forEach(room -> read(room.getValue(), room.getKey(), day));
        } else {
            Json.items(rooms).forEach(room -> read(room, Json.text(room, "name"), day));
        }
    }

    /** A room, which is a list of events or an object that has one, or an event. */
    private void read(JsonNode json, String room, FrabDay day) {
        if (json.isArray()) {
            json.forEach(event -> event(event, room, day));
        } else if (json.path("events").isArray()) {
            json.path("events").forEach(event -> event(event, room, day));
        } else {
            event(json, room, day);
        }
    }

    private void event(JsonNode json, String room, FrabDay day) {
        var event = event(json, room);
        var index = ++events;
        gathering.add(event.spot(index), () -> event.on(day, index));
    }

    private static FrabEvent event(JsonNode json, String room) {
        var own = json.path("room");
        var rooms = own.isArray() ? Json.names(own, "name") : List.of(Json.first(json, "room"));
        return new FrabEvent(
                Json.text(json, "guid"),
                Json.text(json, "id"),
                Json.text(json, "title"),
                Json.text(json, "subtitle"),
                Json.first(json, "abstract", "description"),
                Json.text(json, "date"),
                Json.text(json, "start"),
                Json.text(json, "duration"),
                Json.text(json, "end"),
                rooms.stream().allMatch(String::isBlank) ? List.of(room) : rooms,
                Json.names(json.path("persons"), "public_name", "full_public_name", "name", "full_name"),
                Json.text(json, "type"),
                Json.text(json, "url"));
    }
}
