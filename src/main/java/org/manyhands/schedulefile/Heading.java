package org.manyhands.schedulefile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A column of a schedule in CSV, and what people call it. */
enum Heading {
    ID("id", "guid", "uid", "code", "sessionid", "talkid", "eventid", "slug", "kennung"),
    TITLE(
            "title",
            "sessiontitle",
            "talktitle",
            "proposaltitle",
            "eventtitle",
            "titel",
            "session",
            "talk",
            "name",
            "event",
            "subject",
            "vortrag",
            "what"),
    SUBTITLE("subtitle", "untertitel", "tagline"),
    TEXT("abstract", "description", "summary", "beschreibung", "details", "text", "zusammenfassung"),
    DATE("date", "day", "startdate", "datum", "tag"),
    START(
            "start",
            "starts",
            "startsat",
            "starttime",
            "startdatetime",
            "startingtime",
            "begin",
            "begins",
            "from",
            "scheduledat",
            "scheduledstart",
            "dtstart",
            "time",
            "when",
            "von",
            "beginn",
            "uhrzeit",
            "slotstart"),
    END(
            "end",
            "ends",
            "endsat",
            "endtime",
            "enddatetime",
            "until",
            "to",
            "finish",
            "scheduledend",
            "dtend",
            "bis",
            "ende",
            "slotend"),
    END_DATE("enddate", "enddatum"),
    DURATION("duration", "length", "minutes", "durationminutes", "durationmin", "dauer", "mins"),
    ROOM("room", "rooms", "roomname", "location", "place", "venue", "stage", "hall", "where", "raum", "ort", "saal"),
    SPEAKERS(
            "speakers",
            "speaker",
            "speakernames",
            "speakername",
            "presenters",
            "presenter",
            "persons",
            "people",
            "authors",
            "author",
            "hosts",
            "host",
            "names",
            "who",
            "vortragende",
            "referenten",
            "referent"),
    TYPE(
            "type",
            "category",
            "kind",
            "format",
            "sessiontype",
            "sessionformat",
            "submissiontype",
            "typ",
            "art",
            "kategorie"),
    LINK("url", "link", "website", "permalink", "publicurl");

    private final Set<String> names;

    Heading(String... names) {
        this.names = Set.copyOf(Arrays.asList(names));
    }

    static Optional<Heading> of(String typed) {
        var name = typed.toLowerCase(Locale.ROOT).replaceAll("\\(.*?\\)|[^\\p{L}\\p{N}]", "");
        return Arrays.stream(values())
                .filter(heading -> heading.names.contains(name))
                .findFirst();
    }
}
