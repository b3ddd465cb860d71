package org.manyhands.signup;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.shared.NotFound;
import org.manyhands.shared.RetriedOnConflict;
import org.manyhands.shift.ShiftId;
import org.manyhands.signup.SignupRows.Place;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Giving one's shift for another one: both people change in one step, or neither does. */
@Service
class Swaps {

    private final SignupLocks locks;
    private final SignupRequests requests;
    private final Signups signups;
    private final SignupRows rows;
    private final SwapOffers offers;
    private final SignupNews news;
    private final JdbcClient jdbc;
    private final Clock clock;

    Swaps(
            SignupLocks locks,
            SignupRequests requests,
            Signups signups,
            SignupRows rows,
            SwapOffers offers,
            SignupNews news,
            JdbcClient jdbc,
            Clock clock) {
        this.locks = locks;
        this.requests = requests;
        this.signups = signups;
        this.rows = rows;
        this.offers = offers;
        this.news = news;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Asks those on the wanted shift; a second time for the same changes nothing. */
    @RetriedOnConflict
    @Transactional
    SwapOutcome offer(VolunteerId volunteer, ShiftId given, ShiftId wanted) {
        var now = clock.instant();
        locks.take(volunteer, List.of(given, wanted));
        var mine = signups.confirmedAndToCome(volunteer, given, now);
        if (mine.isEmpty()) {
            return new SwapOutcome.Gone();
        }
        var broken = brokenBy(volunteer, wanted, given, now);
        if (broken.isPresent()) {
            return broken.get();
        }
        if (!isOffered(mine.get(), wanted)) {
            offers.save(new SwapOffer(mine.get(), wanted, now));
            news.swapOffered(mine.get(), onIt(wanted), nameOf(volunteer));
        }
        return new SwapOutcome.Offered();
    }

    @RetriedOnConflict
    @Transactional
    boolean callOff(VolunteerId volunteer, UUID offer) {
        var asking =
                asking(offer).filter(mine -> mine.volunteer().equals(volunteer)).orElseThrow(NotFound::new);
        locks.take(volunteer, List.of(asking.given()));
        var open = offers.findById(offer).filter(SwapOffer::isOpen);
        open.ifPresent(mine -> {
            mine.callOff(clock.instant());
            news.swapCalledOff(mine.signupId());
        });
        return open.isPresent();
    }

    /** Whom it concerns is read before the locks, and whether it still holds under them. */
    @RetriedOnConflict
    @Transactional
    SwapOutcome accept(VolunteerId volunteer, UUID offerId) {
        var asking = asking(offerId).orElseThrow(NotFound::new);
        locks.take(List.of(volunteer, asking.volunteer()), List.of(asking.given(), asking.wanted()));
        var now = clock.instant();
        var known = offers.findById(offerId);
        if (known.filter(SwapOffer::isSwapped).isPresent()
                && signups.confirmedAndToCome(volunteer, asking.given(), now).isPresent()) {
            return new SwapOutcome.Swapped(); // the same yes once more
        }
        var offer = known.filter(SwapOffer::isOpen);
        var theirs = signups.confirmedAndToCome(asking.volunteer(), asking.given(), now);
        var mine = signups.confirmedAndToCome(volunteer, asking.wanted(), now);
        if (offer.isEmpty() || theirs.isEmpty() || mine.isEmpty() || volunteer.equals(asking.volunteer())) {
            return new SwapOutcome.Gone();
        }
        var broken = brokenBy(volunteer, asking.given(), asking.wanted(), now);
        if (broken.isPresent()) {
            return broken.get();
        }
        if (brokenBy(asking.volunteer(), asking.wanted(), asking.given(), now).isPresent()) {
            return new SwapOutcome.DoesNotFitThem();
        }
        offer.get().swapped(now);
        swap(mine.get(), theirs.get(), now);
        return new SwapOutcome.Swapped();
    }

    /** Both places are given back before either is taken, so that nobody is in two places in between. */
    private void swap(Signup mine, Signup theirs, Instant now) {
        mine.withdraw(now);
        theirs.withdraw(now);
        signups.flush();
        news.swapped(mine, rows.confirm(Place.of(mine.volunteerId(), theirs.shiftId()), now));
        news.swapped(theirs, rows.confirm(Place.of(theirs.volunteerId(), mine.shiftId()), now));
    }

    /** Room is what the other one's leaving makes. */
    private Optional<SwapOutcome> brokenBy(VolunteerId volunteer, ShiftId taken, ShiftId given, Instant now) {
        var request = requests.read(volunteer, taken, given, now).evenSo();
        return SignupRule.firstBrokenBesidesRoom(request)
                .map(rule -> new SwapOutcome.Refused(rule.name(), rule.factsOf(request)));
    }

    private List<SignupId> onIt(ShiftId wanted) {
        return jdbc.sql("select signup_id from signup where shift_id = ? and state = 'CONFIRMED'")
                .param(wanted.shiftId())
                .query((row, number) -> new SignupId(row.getObject("signup_id", UUID.class)))
                .list();
    }

    /** Only where they agreed to show it. */
    private @Nullable String nameOf(VolunteerId volunteer) {
        return jdbc.sql("select name from volunteer where volunteer_id = ? and shown_to_crew")
                .param(volunteer.volunteerId())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private boolean isOffered(Signup given, ShiftId wanted) {
        return jdbc.sql("""
                        select exists (select from swap_offer
                                       where signup_id = ? and wanted_shift_id = ? and ended_at is null)
                        """)
                .params(given.id().signupId(), wanted.shiftId())
                .query(Boolean.class)
                .single();
    }

    private record Asking(VolunteerId volunteer, ShiftId given, ShiftId wanted) {}

    private Optional<Asking> asking(UUID offer) {
        return jdbc.sql("""
                        select volunteer_id, shift_id, wanted_shift_id from swap_offer join signup using (signup_id)
                        where swap_offer_id = ?
                        """)
                .param(offer)
                .query((row, number) -> new Asking(
                        new VolunteerId(row.getObject("volunteer_id", UUID.class)),
                        new ShiftId(row.getObject("shift_id", UUID.class)),
                        new ShiftId(row.getObject("wanted_shift_id", UUID.class))))
                .optional();
    }
}
