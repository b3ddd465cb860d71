package org.manyhands.role;

import java.util.List;
import java.util.Optional;
import org.manyhands.conference.ConferenceId;
import org.springframework.data.jpa.repository.JpaRepository;

/** The roles of all conferences. */
public interface Roles extends JpaRepository<Role, RoleId> {

    List<Role> findByConferenceIdOrderByName(ConferenceId conferenceId);

    Optional<Role> findByIdAndConferenceId(RoleId id, ConferenceId conferenceId);

    Optional<Role> findByConferenceIdAndSlug(ConferenceId conferenceId, String slug);
}
