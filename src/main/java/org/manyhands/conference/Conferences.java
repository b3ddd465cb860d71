package org.manyhands.conference;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

/** The conferences of this installation. */
public interface Conferences extends JpaRepository<Conference, ConferenceId> {

    Optional<Conference> findBySlug(String slug);
}
