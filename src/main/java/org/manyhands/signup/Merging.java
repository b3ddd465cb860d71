package org.manyhands.signup;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferenceId;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.NotFound;
import org.manyhands.shared.RetriedOnConflict;
import org.manyhands.shared.StartOver;
import org.manyhands.shift.ShiftId;
import org.manyhands.volunteer.VolunteerId;
import org.manyhands.volunteer.WalkUps;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes one person of two registrations, of which at least one walked in: whatever both hold belongs to one of them. */
@Service
class Merging {

    private final SamePerson people;
    private final SignupLocks locks;
    private final Signups signups;
    private final SignupNews news;
    private final WalkUps walkUps;
    private final JdbcClient jdbc;
    private final Clock clock;

    Merging(
            SamePerson people,
            SignupLocks locks,
            Signups signups,
            SignupNews news,
            WalkUps walkUps,
            JdbcClient jdbc,
            Clock clock) {
        this.people = people;
        this.locks = locks;
        this.signups = signups;
        this.news = news;
        this.walkUps = walkUps;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param toServe where a place became free */
    record Merged(VolunteerId kept, Set<ShiftId> toServe) {}

    /**
     * What both hold is read before the locks, and again under them: where something came between, it starts over.
     *
     * @param keep null to refuse where shifts overlap
     * @throws FormRefusal where shifts overlap and nothing says which to keep, or where both have an account
     */
    @RetriedOnConflict
    @Transactional
    Merged merge(ConferenceId conference, VolunteerId one, VolunteerId other, MergePair.@Nullable Keep keep) {
        if (one.equals(other)) {
            throw new NotFound();
        }
        var expected = shifts(people.held(one, other));
        if (!locks.take(List.of(one, other), expected).equals(conference.conferenceId())) {
            throw new NotFound();
        }
        var pair = MergePair.of(read(conference, one), read(conference, other));
        if (!pair.gone().walkedIn()) {
            throw new FormRefusal("", "merge.two-accounts");
        }
        var held = people.held(one, other);
        if (!expected.containsAll(shifts(held))) {
            throw new StartOver("somebody who is to be merged took a shift");
        }
        var toServe = new HashSet<ShiftId>();
        var left = new ArrayList<>(held);
        left.removeAll(giveUpTheSame(held, pair, toServe));
        dropWhatOverlaps(SamePerson.Clash.between(left, pair.keptId()), keep, toServe);
        signups.flush();
        inherit(pair);
        walkUps.become(conference, pair.goneId(), pair.keptId());
        return new Merged(pair.keptId(), toServe);
    }

    private SamePerson.Someone read(ConferenceId conference, VolunteerId volunteer) {
        return people.one(conference, volunteer).orElseThrow(NotFound::new);
    }

    private static Set<ShiftId> shifts(List<SamePerson.Held> held) {
        return held.stream().map(SamePerson.Held::shift).collect(toSet());
    }

    /** Of two places on one shift, or in line for it, the better one is enough. */
    private List<SamePerson.Held> giveUpTheSame(List<SamePerson.Held> held, MergePair pair, Set<ShiftId> toServe) {
        var mine = held.stream()
                .filter(each -> each.volunteer().equals(pair.keptId()))
                .collect(toMap(SamePerson.Held::shift, each -> each));
        var given = new ArrayList<SamePerson.Held>();
        for (var gone : held) {
            var kept = mine.get(gone.shift());
            if (kept == null || kept.equals(gone)) {
                continue;
            }
            toServe.add(gone.shift());
            if (gone.isBetterThan(kept)) {
                signups.findById(kept.signup()).orElseThrow().withdraw(clock.instant());
                news.leftTheLine(kept.signup());
                given.add(kept);
            } else {
                carryAttendance(gone, kept);
                remove(gone, clock.instant());
                given.add(gone);
            }
        }
        return given;
    }

    private void dropWhatOverlaps(List<SamePerson.Clash> clashes, MergePair.@Nullable Keep keep, Set<ShiftId> toServe) {
        if (clashes.isEmpty()) {
            return;
        }
        if (keep == null) {
            throw new FormRefusal("keep", "merge.choose");
        }
        var now = clock.instant();
        clashes.stream()
                .map(clash -> keep == MergePair.Keep.OF_KEPT ? clash.gone() : clash.kept())
                .distinct()
                .forEach(dropped -> {
                    remove(dropped, now);
                    toServe.add(dropped.shift());
                });
    }

    private void remove(SamePerson.Held held, Instant now) {
        signups.findById(held.signup()).orElseThrow().remove(Signup.Removal.ORGANIZER, now);
        news.removed(held.signup(), held.holdsAPlace(), "");
    }

    private void carryAttendance(SamePerson.Held from, SamePerson.Held to) {
        if (!from.came() || to.came()) {
            return;
        }
        var came = signups.findById(from.signup()).orElseThrow().presence();
        signups.findById(to.signup()).orElseThrow().isWrittenDown(came);
    }

    /** All of the one's signups are the other's, those of the past included: they are the hours of the same person. */
    private void inherit(MergePair pair) {
        var inherited = jdbc.sql("""
                        update signup set volunteer_id = :kept, version = version + 1 where volunteer_id = :gone
                        returning signup_id, conference_id, shift_id, state
                        """)
                .param("kept", pair.keptId().volunteerId())
                .param("gone", pair.goneId().volunteerId())
                .query((row, number) -> new Inherited(
                        new SignupRef(
                                new SignupId(row.getObject("signup_id", UUID.class)),
                                new ConferenceId(row.getObject("conference_id", UUID.class)),
                                pair.keptId(),
                                new ShiftId(row.getObject("shift_id", UUID.class))),
                        row.getString("state").equals(Signup.State.CONFIRMED.name())))
                .list();
        inherited.forEach(each -> news.inherited(each.signup(), each.hasIt()));
    }

    private record Inherited(SignupRef signup, boolean hasIt) {}
}
