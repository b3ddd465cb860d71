package org.manyhands.shift;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.manyhands.conference.ConferenceId;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** The shifts of all conferences. */
public interface Shifts extends JpaRepository<Shift, ShiftId> {

    Optional<Shift> findByIdAndConferenceId(ShiftId id, ConferenceId conferenceId);

    List<Shift> findByConferenceIdAndCancelledAtIsNull(ConferenceId conferenceId);

    int countByTimeslotId(TimeslotId timeslotId);

    @Query("select shift.id from Shift shift where shift.timeslotId = :timeslot")
    Set<ShiftId> idsIn(TimeslotId timeslot);

    /** Until the transaction ends nobody takes or leaves it. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select shift from Shift shift where shift.id = :id and shift.conferenceId = :conference")
    Optional<Shift> lock(ShiftId id, ConferenceId conference);

    /** In the order in which everybody locks shifts. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select shift from Shift shift where shift.timeslotId = :timeslot order by shift.id.shiftId")
    List<Shift> lockAllIn(TimeslotId timeslot);

    /** In the order in which everybody locks shifts. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select shift from Shift shift where shift.timeslotId in :timeslots order by shift.id.shiftId")
    List<Shift> lockAllIn(Collection<TimeslotId> timeslots);

    @Modifying
    @Query("delete from Shift shift where shift.id in :ids")
    void deleteAllOf(Collection<ShiftId> ids);

    /** In the order in which everybody locks shifts. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("""
            select shift from Shift shift where shift.id in :ids and shift.conferenceId = :conference
            order by shift.id.shiftId
            """)
    List<Shift> lockAll(Collection<ShiftId> ids, ConferenceId conference);

    /** Not the cancelled ones; in the order in which everybody locks shifts. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("""
            select shift from Shift shift where shift.conferenceId = :conference and not shift.published
              and shift.cancelledAt is null
            order by shift.id.shiftId
            """)
    List<Shift> lockDrafts(ConferenceId conference);
}
