package org.manyhands.volunteer;

import java.util.Optional;
import org.manyhands.account.AccountId;
import org.manyhands.conference.ConferenceId;
import org.springframework.data.jpa.repository.JpaRepository;

/** The volunteers of all conferences. */
interface Volunteers extends JpaRepository<Volunteer, VolunteerId> {

    Optional<Volunteer> findByConferenceIdAndAccountId(ConferenceId conferenceId, AccountId accountId);
}
