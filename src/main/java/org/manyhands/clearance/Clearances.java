package org.manyhands.clearance;

import java.util.Optional;
import org.manyhands.role.RoleId;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.data.jpa.repository.JpaRepository;

interface Clearances extends JpaRepository<Clearance, ClearanceId> {

    Optional<Clearance> findByVolunteerIdAndRoleId(VolunteerId volunteerId, RoleId roleId);
}
