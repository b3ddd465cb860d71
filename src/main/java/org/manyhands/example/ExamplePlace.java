package org.manyhands.example;

import java.util.Locale;
import org.manyhands.conference.ConferenceId;
import org.manyhands.conference.Place;

/** The rooms and spots of the example conference. */
enum ExamplePlace {
    DESK("In front of Junior Ballroom", "The long table opposite the main stairs; you see it as you come in."),
    JUNIOR_BALLROOM("Junior Ballroom", "Ground floor, the double doors behind the registration desk."),
    GRAND_BALLROOM_III("Grand Ballroom III", "Past the registration desk, down the corridor, last doors on the right."),
    MEETING_ROOM_2("Meeting Room 2", "Up the main stairs, second door on the left. The lift is beside the stairs."),
    ONLINE("Online", "Wherever you are: you need a computer and a quiet connection. The links come by mail."),
    SPRINT_ROOMS("Sprint rooms", "Ten minutes on foot from the ballrooms; signs lead from the main entrance.");

    private final String title;
    private final String directions;

    ExamplePlace(String title, String directions) {
        this.title = title;
        this.directions = directions;
    }

    Place in(ConferenceId conference) {
        return new Place(conference, name().toLowerCase(Locale.ROOT).replace('_', '-'), title, directions);
    }
}
