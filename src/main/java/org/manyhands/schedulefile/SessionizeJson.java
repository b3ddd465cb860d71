package org.manyhands.schedulefile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What Sessionize writes: "All" (sessions, speakers and rooms side by side, tied by ids), "Sessions" (groups that have
 * them), "GridSmart" (days, in them rooms, in them sessions), and sessions by id, as some sites keep them. Its times are
 * those of the conference's place, and do not say so.
 */
final class SessionizeJson {

    private final Gathering gathering;
    private final FileTimes times;
    private final Map<String, String> rooms = new HashMap<>();
    private final Map<String, String> speakers = new HashMap<>();
    private final Map<String, String> categories = new HashMap<>();
    private int sessions;

    SessionizeJson(ConferenceDays days) {
        gathering = new Gathering(days);
        times = new FileTimes(days);
    }

    ScheduleRead.Read read(JsonNode json) {
        names(rooms, json.path("rooms"), "name");
        names(speakers, json.path("speakers"), "fullName", "name");
        Json.items(json.path("categories")).forEach(category -> names(categories, category.path("items"), "name"));
        if (json.path("sessions").isArray()) {
            sessionsOf(json, "");
        } else {
            Json.items(json).forEach(this::dayOrGroupOrSession);
        }
        if (sessions == 0) {
            throw new CannotRead("This JSON is not a schedule that we know: neither frab nor pretalx nor Sessionize.");
        }
        return gathering.read(Format.SESSIONIZE);
    }

    private static void names(Map<String, String> names, JsonNode list, String... under) {
        Json.items(list).forEach(item -> names.put(Json.text(item, "id"), Json.first(item, under)));
    }

    private void dayOrGroupOrSession(JsonNode json) {
        if (json.path("rooms").isArray()) {
            Json.items(json.path("rooms")).forEach(room -> sessionsOf(room, Json.text(room, "name")));
        } else if (json.path("sessions").isArray()) {
            sessionsOf(json, "");
        } else if (json.has("title") && (json.has("startsAt") || json.has("endsAt"))) {
            session(json, "");
        }
    }

    private void sessionsOf(JsonNode json, String room) {
        Json.items(json.path("sessions")).forEach(session -> session(session, room));
    }

    private void session(JsonNode json, String room) {
        var id = Json.text(json, "id");
        var where = "session " + ++sessions + (id.isEmpty() ? "" : " (id " + id + ")");
        gathering.add(Spot.titled(where, id, Json.text(json, "title")), () -> draft(json, where, id, room));
    }

    private Draft draft(JsonNode json, String where, String id, String room) {
        return new Draft(
                where,
                id,
                Json.text(json, "title"),
                "",
                Json.text(json, "description"),
                Json.items(json.path("speakers")).stream().map(this::speaker).toList(),
                rooms(json, room),
                type(json),
                when(json),
                Json.first(json, "url", "link", "liveUrl"));
    }

    private When when(JsonNode json) {
        var start = Json.text(json, "startsAt");
        var end = Json.text(json, "endsAt");
        if (start.isBlank()) {
            throw new Unreadable("It has no time yet.");
        }
        var when = When.between(times.moment(start), end.isBlank() ? null : times.moment(end));
        return isCalledOff(json) ? when.and(Flag.CALLED_OFF) : when;
    }

    private static boolean isCalledOff(JsonNode json) {
        return Stream.of("Declined", "Canceled", "Cancelled").anyMatch(Json.text(json, "status")::equalsIgnoreCase);
    }

    private String speaker(JsonNode json) {
        return json.isObject() ? Json.first(json, "name", "fullName") : speakers.getOrDefault(Json.text(json), "");
    }

    private List<String> rooms(JsonNode json, String room) {
        var several = Json.names(json.path("rooms"), "name");
        if (!several.isEmpty()) {
            return several;
        }
        var own = Json.text(json, "room");
        return List.of(own.isBlank() ? rooms.getOrDefault(Json.text(json, "roomId"), room) : own);
    }

    /** A service session is a break or a service unless its title says otherwise: "Welcome" and "Closing" are held. */
    private String type(JsonNode json) {
        var words = Stream.concat(
                Json.items(json.path("categoryItems")).stream()
                        .map(item -> categories.getOrDefault(Json.text(item), "")),
                Json.items(json.path("categories")).stream()
                        .flatMap(category -> Json.names(category.path("categoryItems"), "name").stream()));
        return String.join(" ", words.filter(word -> !word.isBlank()).toList()) + (isService(json) ? " service" : "");
    }

    private static boolean isService(JsonNode json) {
        return json.path("isServiceSession").asBoolean(false)
                && !Json.text(json, "title").matches("(?i).*\\b(?:welcome|opening|closing|remarks|keynote)\\b.*");
    }
}
