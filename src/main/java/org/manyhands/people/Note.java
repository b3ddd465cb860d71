package org.manyhands.people;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.manyhands.account.AccountId;
import org.manyhands.conference.ConferenceId;
import org.manyhands.shared.Ids;
import org.manyhands.volunteer.VolunteerId;

/** What an organizer wants to remember of a volunteer next year; written once, and deleted rather than changed. */
@Entity
@Table(name = "volunteer_note")
class Note {

    @Id
    @Column(name = "volunteer_note_id")
    private UUID id;

    private ConferenceId conferenceId;
    private VolunteerId volunteerId;

    @Embedded
    @AttributeOverride(name = "accountId", column = @Column(name = "written_by"))
    private AccountId writtenBy;

    private Instant writtenAt;
    private String words;

    @SuppressWarnings("NullAway.Init")
    protected Note() {}

    Note(ConferenceId conference, VolunteerId volunteer, AccountId writtenBy, String words, Instant now) {
        this.id = Ids.next();
        this.conferenceId = conference;
        this.volunteerId = volunteer;
        this.writtenBy = writtenBy;
        this.words = words;
        this.writtenAt = now;
    }

    UUID id() {
        return id;
    }

    ConferenceId conferenceId() {
        return conferenceId;
    }

    VolunteerId volunteerId() {
        return volunteerId;
    }
}
