package org.manyhands.shift;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.manyhands.conference.ConferenceId;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** The timeslots of all conferences. */
public interface Timeslots extends JpaRepository<Timeslot, TimeslotId> {

    Optional<Timeslot> findByIdAndConferenceId(TimeslotId id, ConferenceId conferenceId);

    List<Timeslot> findByConferenceId(ConferenceId conferenceId);

    /** No shift comes into it until the transaction ends: that asks for a share in its key, hence not "no key". */
    @Query(nativeQuery = true, value = "select timeslot_id from timeslot where timeslot_id = :id for update")
    UUID lock(UUID id);
}
