package org.manyhands.signup;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.manyhands.shift.ShiftId;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface Signups extends JpaRepository<Signup, SignupId> {

    /** Places held and places in line, on shifts that have not begun. */
    @Query(nativeQuery = true, value = """
                    select signup.* from signup join shift using (shift_id)
                    where volunteer_id = :volunteer and shift_id in (:shifts)
                      and state in ('CONFIRMED', 'OFFERED', 'WAITLISTED') and lower(during) > :now
                    order by shift_id
                    """)
    List<Signup> activeAndToCome(UUID volunteer, Collection<UUID> shifts, Instant now);

    @Query(nativeQuery = true, value = """
                    select * from signup where volunteer_id = :volunteer and shift_id = :shift
                      and state in ('CONFIRMED', 'OFFERED', 'WAITLISTED')
                    """)
    Optional<Signup> active(UUID volunteer, UUID shift);

    default Optional<Signup> confirmedAndToCome(VolunteerId volunteer, ShiftId shift, Instant now) {
        return activeAndToCome(volunteer.volunteerId(), List.of(shift.shiftId()), now).stream()
                .filter(signup -> signup.state() == Signup.State.CONFIRMED)
                .findFirst();
    }

    /** What became of a request, for each shift it asked for and got. */
    @Query(nativeQuery = true, value = "select * from signup where volunteer_id = :volunteer and request_id = :request")
    List<Signup> answering(UUID volunteer, UUID request);
}
