package org.manyhands.schedule;

import java.util.Optional;
import org.manyhands.conference.ConferenceId;
import org.springframework.data.jpa.repository.JpaRepository;

/** The rooms of all conferences' schedules. */
interface Rooms extends JpaRepository<Room, RoomId> {

    Optional<Room> findByIdAndConferenceId(RoomId id, ConferenceId conferenceId);
}
