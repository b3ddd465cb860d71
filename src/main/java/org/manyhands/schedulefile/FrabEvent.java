package org.manyhands.schedulefile;

import java.util.List;

/** An event of a frab schedule, in XML or JSON, word for word. */
record FrabEvent(
        String guid,
        String id,
        String title,
        String subtitle,
        String text,
        String date,
        String start,
        String duration,
        String end,
        List<String> rooms,
        List<String> persons,
        String type,
        String url) {

    /** @param index counts the file's events from one */
    String where(int index) {
        return "event " + index + (id.isBlank() ? "" : " (id " + id + ")");
    }

    Spot spot(int index) {
        return Spot.titled(where(index), known(), title);
    }

    private String known() {
        return guid.isBlank() ? id : guid;
    }

    Draft on(FrabDay day, int index) {
        var from = day.moment(date, start);
        var length = Lengths.read(duration);
        var when =
                length == null && !end.isBlank() ? When.between(from, day.moment("", end)) : When.lasting(from, length);
        return new Draft(where(index), known(), title, subtitle, text, persons, rooms, type, when, url);
    }
}
