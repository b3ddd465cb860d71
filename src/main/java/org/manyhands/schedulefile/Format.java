package org.manyhands.schedulefile;

/** The kinds of files a schedule comes in. */
public enum Format {
    FRAB_XML("frab / Pentabarf XML"),
    FRAB_JSON("frab / pretalx JSON"),
    ICALENDAR("iCalendar"),
    SESSIONIZE("Sessionize JSON"),
    CSV("CSV");

    private final String words;

    Format(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
