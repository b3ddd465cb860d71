package org.manyhands.messaging;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.manyhands.messaging.Assignments.Assignment;
import org.manyhands.shared.BaseUrl;
import org.manyhands.shared.Reach;
import org.springframework.stereotype.Component;

/** Puts into words and links what mails say of an assignment. */
@Component
class AssignmentFacts {

    private final BaseUrl baseUrl;

    AssignmentFacts(BaseUrl baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** What is not known or not needed is null, which templates leave out. */
    Map<String, @Nullable Object> of(Assignment about) {
        var times = about.times();
        var start = about.during().start();
        var here = "/" + about.slug();
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("volunteer", about.volunteer());
        facts.put("conference", about.conference());
        facts.put("role", about.role());
        facts.put("when", times.when(about.during()));
        facts.put("day", times.day(start));
        facts.put("span", times.span(about.during()));
        facts.put("zone", times.zoneName(start));
        facts.put("beThereAt", about.arriveEarlyMinutes() == 0 ? null : arrival(about));
        facts.put("place", about.place());
        facts.put("directions", unlessBlank(about.directions()));
        facts.put("expectedBy", unlessBlank(about.expectedBy()));
        facts.put("note", unlessBlank(about.note()));
        facts.put("hasHandbook", about.hasHandbook());
        facts.put("leaveBy", about.leaveBy() == null ? null : times.say(about.leaveBy()));
        WhomToAsk.putInto(facts, about.contactName(), about.contactEmail(), about.contactPhone());
        facts.put("shiftLink", URI.create(baseUrl.of(here + "/shifts/" + about.shiftId())));
        facts.put("myShiftsLink", URI.create(baseUrl.of(here + "/me")));
        facts.put("openShiftsLink", URI.create(baseUrl.of(here + "/shifts?open=true")));
        return facts;
    }

    /** With how to reach the volunteer, which no other volunteer is told. */
    Map<String, @Nullable Object> forOrganizers(Assignment about) {
        var facts = of(about);
        facts.put("volunteerEmail", about.email());
        facts.put("volunteerWriteLink", URI.create(Reach.byMail(about.email())));
        facts.put("volunteerPhone", unlessBlank(about.phone()));
        facts.put("volunteerCallLink", callLink(about.phone()));
        facts.put("rosterLink", URI.create(baseUrl.of(rosterAt(about))));
        return facts;
    }

    private static String rosterAt(Assignment about) {
        var day = about.times().date(about.during().start());
        return "/" + about.slug() + "/organize/roster?day=" + day + "#shift-" + about.shiftId();
    }

    private static @Nullable URI callLink(@Nullable String phone) {
        var call = Reach.byPhone(phone);
        return call == null ? null : URI.create(call);
    }

    /** Says the day only where it is not the shift's: who starts at midnight arrives the evening before. */
    private static Object arrival(Assignment about) {
        var times = about.times();
        var sameDay =
                times.date(about.arriveAt()).equals(times.date(about.during().start()));
        return sameDay ? times.time(about.arriveAt()) : times.say(about.arriveAt());
    }

    private static @Nullable String unlessBlank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
