package org.manyhands.checkin;

import java.util.Optional;
import org.manyhands.conference.ConferenceId;
import org.springframework.data.jpa.repository.JpaRepository;

interface Devices extends JpaRepository<Device, DeviceId> {

    Optional<Device> findByIdAndConferenceId(DeviceId id, ConferenceId conference);
}
