package org.manyhands.shift;

import java.util.Optional;
import org.manyhands.conference.ConferenceId;
import org.springframework.data.jpa.repository.JpaRepository;

/** The shifts of all conferences. */
public interface Shifts extends JpaRepository<Shift, ShiftId> {

    Optional<Shift> findByIdAndConferenceId(ShiftId id, ConferenceId conferenceId);
}
