package org.manyhands.shift;

import java.util.List;
import java.util.Optional;
import org.manyhands.conference.ConferenceId;
import org.springframework.data.jpa.repository.JpaRepository;

/** The timeslots of all conferences. */
public interface Timeslots extends JpaRepository<Timeslot, TimeslotId> {

    Optional<Timeslot> findByIdAndConferenceId(TimeslotId id, ConferenceId conferenceId);

    List<Timeslot> findByConferenceId(ConferenceId conferenceId);
}
