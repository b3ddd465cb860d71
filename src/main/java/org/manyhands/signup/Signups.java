package org.manyhands.signup;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface Signups extends JpaRepository<Signup, SignupId> {

    @Query(nativeQuery = true, value = """
                    select signup.* from signup join shift using (shift_id)
                    where volunteer_id = :volunteer and shift_id in (:shifts) and state = 'CONFIRMED' and lower(during) > :now
                    order by shift_id
                    """)
    List<Signup> confirmedAndToCome(UUID volunteer, Collection<UUID> shifts, Instant now);

    @Query(
            nativeQuery = true,
            value =
                    "select * from signup where volunteer_id = :volunteer and request_id = :request and shift_id = :shift")
    Optional<Signup> answering(UUID volunteer, UUID request, UUID shift);
}
