package org.manyhands.conference;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;

/** A room or a spot of a conference. */
@Entity
public class Place {

    @EmbeddedId
    private PlaceId id;

    private ConferenceId conferenceId;
    private String slug;
    private String name;
    private String directions;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Place() {}

    public Place(ConferenceId conferenceId, String slug, String name, String directions) {
        this.id = PlaceId.next();
        this.conferenceId = conferenceId;
        this.slug = slug;
        this.name = name;
        this.directions = directions;
    }

    public void describe(String slug, String name, String directions) {
        this.slug = slug;
        this.name = name;
        this.directions = directions;
    }

    public PlaceId id() {
        return id;
    }

    public ConferenceId conferenceId() {
        return conferenceId;
    }

    public String slug() {
        return slug;
    }

    public String name() {
        return name;
    }

    /** How to find it, in words. */
    public String directions() {
        return directions;
    }

    public int version() {
        return version;
    }
}
