package org.manyhands.signup;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.manyhands.account.SignedIn;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shift.ShiftList;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.stereotype.Component;

/** Makes the cards of shifts for whoever reads them. */
@Component
class ShiftCards {

    private final MyShifts myShifts;
    private final WaitingLine line;
    private final Fits fits;

    ShiftCards(MyShifts myShifts, WaitingLine line, Fits fits) {
        this.myShifts = myShifts;
        this.line = line;
        this.fits = fits;
    }

    /**
     * Who reads the page, and what they have to do with its shifts.
     *
     * @param volunteer null for whoever is not registered, or not signed in
     */
    record Reader(@Nullable VolunteerId volunteer, List<MyShift> shifts) {

        private static final Reader STRANGER = new Reader(null, List.of());

        long confirmed() {
            return shifts.stream().filter(MyShift::isConfirmed).count();
        }
    }

    Reader reader(ConferencePage conference, @Nullable SignedIn asker) {
        return myShifts.owner(conference.id(), asker)
                .map(owner -> new Reader(owner.volunteer(), owner.shifts()))
                .orElse(Reader.STRANGER);
    }

    List<ShiftCard> of(List<ShiftList.Line> shifts, ConferencePage conference, Reader reader, Instant now) {
        var cards = ShiftCard.of(shifts, reader.shifts(), conference, now);
        return reader.volunteer() == null
                ? cards.stream().map(ShiftCard::toAStranger).toList()
                : fitted(cards, reader.volunteer(), conference, now);
    }

    private List<ShiftCard> fitted(
            List<ShiftCard> cards, VolunteerId volunteer, ConferencePage conference, Instant now) {
        var ofTheirDays = cards.stream()
                .filter(ShiftCard::concernsTheirDays)
                .map(card -> card.shift().id())
                .toList();
        var fit = fits.of(volunteer, ofTheirDays, conference, now);
        return cards.stream()
                .map(card -> card.concernsTheirDays()
                        ? card.fitting(fit.of(card.shift().id()))
                        : card)
                .toList();
    }

    /** The one card of a page of its own, which looks closer. */
    ShiftCard of(ShiftList.Line shift, ConferencePage conference, Reader reader, Instant now) {
        var card = of(List.of(shift), conference, reader, now).getFirst();
        return reader.volunteer() == null ? card : withoutClaims(card, reader.volunteer(), now);
    }

    /** A free place that is kept for somebody in line is none for this reader: they can join the line. */
    private ShiftCard withoutClaims(ShiftCard card, VolunteerId volunteer, Instant now) {
        var shift = card.shift();
        return card.standing() == ShiftCard.Standing.OPEN
                        && shift.staffing().waiting() > 0
                        && line.claimsAll(volunteer, shift.id(), now)
                ? card.full()
                : card;
    }
}
