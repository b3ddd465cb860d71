package org.manyhands.calendar;

import org.manyhands.account.Token;
import org.manyhands.conference.ConferenceId;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.Conferences;
import org.manyhands.shared.NotFound;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Where calendar programs ask again and again, by the address alone: nobody is signed in, and no session begins. */
@Controller
class FeedController {

    private final Feeds feeds;
    private final FeedEvents events;
    private final CalendarFile file;
    private final Conferences conferences;

    FeedController(Feeds feeds, FeedEvents events, CalendarFile file, Conferences conferences) {
        this.feeds = feeds;
        this.events = events;
        this.file = file;
        this.conferences = conferences;
    }

    @GetMapping("/calendar/{token}.ics")
    ResponseEntity<String> feed(@PathVariable String token) {
        var feed = feeds.open(new Token(token)).orElseThrow(NotFound::new);
        var conference = conferences
                .findById(new ConferenceId(feed.conferenceId()))
                .map(ConferencePage::of)
                .orElseThrow(NotFound::new);
        var name = (feed.name().isEmpty() ? "My shifts" : feed.name()) + ", " + conference.name();
        return CalendarFile.answer(
                file.feed(name, conference, events.of(feed, conference)), conference.slug() + ".ics");
    }
}
