package org.manyhands.conference;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

/** The places of all conferences. */
public interface Places extends JpaRepository<Place, PlaceId> {

    List<Place> findByConferenceIdOrderByName(ConferenceId conferenceId);

    Optional<Place> findByIdAndConferenceId(PlaceId id, ConferenceId conferenceId);

    Optional<Place> findByConferenceIdAndSlug(ConferenceId conferenceId, String slug);
}
