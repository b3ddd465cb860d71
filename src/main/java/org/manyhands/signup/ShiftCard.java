package org.manyhands.signup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.manyhands.clearance.ClearanceState;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.Flash;
import org.manyhands.shift.ShiftList;

/**
 * A shift as one reader sees it: what it is, and what they may do with it.
 *
 * @param mine what the reader has to do with it already
 * @param clash the reader's own shift that overlaps it
 * @param fit what it is to the reader's days, where they could have it or wait for it
 */
record ShiftCard(
        ShiftList.Line shift,
        Standing standing,
        @Nullable MyShift mine,
        @Nullable MyShift clash,
        Fits.@Nullable Fit fit) {

    private static final Set<String> SAID_OTHERWISE =
            Set.of(SignupRule.NO_OVERLAP.name(), SignupRule.NOT_TAKEN_TWICE.name());

    /** What a shift is to a reader, which decides its one button. */
    enum Standing {
        OPEN,
        MINE,
        OFFERED,
        IN_LINE,
        /** Somebody on it looks for another one to take their place. */
        COVER_WANTED,
        OVERLAPS,
        FULL,
        /** The role needs a briefing or an organizer's yes, which the reader does not have yet. */
        ASK_FIRST,
        BEGUN,
        NOT_OPEN_YET,
        CLOSED
    }

    static List<ShiftCard> of(List<ShiftList.Line> shifts, List<MyShift> mine, ConferencePage conference, Instant now) {
        return shifts.stream().map(shift -> of(shift, mine, conference, now)).toList();
    }

    static ShiftCard of(ShiftList.Line shift, List<MyShift> mine, ConferencePage conference, Instant now) {
        var here = mine.stream().filter(other -> other.id().equals(shift.id())).findFirst();
        var clash = mine.stream()
                .filter(other -> other.holdsAPlace() && !other.id().equals(shift.id()))
                .filter(other -> other.busy().overlaps(shift.busy()))
                .findFirst();
        var standing = here.map(ShiftCard::standing)
                .or(() -> notNow(shift, conference, now))
                .orElseGet(() -> clash.isPresent() ? Standing.OVERLAPS : standing(shift));
        return new ShiftCard(shift, standing, here.orElse(null), clash.orElse(null), null);
    }

    private static Standing standing(MyShift mine) {
        return switch (mine.state()) {
            case OFFERED -> Standing.OFFERED;
            case WAITLISTED -> Standing.IN_LINE;
            default -> Standing.MINE;
        };
    }

    private static Optional<Standing> notNow(ShiftList.Line shift, ConferencePage conference, Instant now) {
        if (!now.isBefore(shift.during().start())) {
            return Optional.of(Standing.BEGUN);
        }
        if (!conference.signupWindow().hasOpened(now)) {
            return Optional.of(Standing.NOT_OPEN_YET);
        }
        return conference.signupWindow().hasClosed(now) ? Optional.of(Standing.CLOSED) : Optional.empty();
    }

    private static Standing standing(ShiftList.Line shift) {
        if (shift.staffing().coverWanted() > 0) {
            return Standing.COVER_WANTED;
        }
        return shift.staffing().hasRoom() ? Standing.OPEN : Standing.FULL;
    }

    /** Whether somebody is needed here whom the reader could be. */
    public boolean isOpen() {
        return standing == Standing.OPEN || standing == Standing.COVER_WANTED;
    }

    ShiftCard full() {
        return new ShiftCard(shift, Standing.FULL, mine, clash, fit);
    }

    ShiftCard fitting(Fits.Fit fit) {
        return new ShiftCard(shift, fit.asksFirst() ? toAskFirst() : standing, mine, clash, fit);
    }

    /** As somebody sees it of whom nothing is known. */
    ShiftCard toAStranger() {
        return shift.needs().isSomething() ? new ShiftCard(shift, toAskFirst(), mine, clash, fit) : this;
    }

    private Standing toAskFirst() {
        return isOpen() || standing == Standing.FULL ? Standing.ASK_FIRST : standing;
    }

    /** Whether they asked for what the role needs and have no answer yet. */
    public boolean hasAsked() {
        return fit != null && fit.clearance() == ClearanceState.ASKED;
    }

    /** Whether they asked for what the role needs and the answer was no. */
    public boolean isDeclined() {
        return fit != null && fit.clearance() == ClearanceState.DECLINED;
    }

    /** Whether the reader has it, or can take it now or wait for it. */
    boolean concernsTheirDays() {
        return isOpen() || standing == Standing.FULL || mine != null;
    }

    /** Whether the reader can take it now, and nothing in their days stands against it. */
    public boolean fits() {
        return isOpen() && fit != null && fit.fits();
    }

    /** In words, why they could not take it, where that is neither another shift at that time nor their having it. */
    public @Nullable Flash against(ConferencePage conference) {
        if (fit == null
                || fit.against() == null
                || !(isOpen() || standing == Standing.IN_LINE || standing == Standing.ASK_FIRST)) {
            return null;
        }
        var against = fit.against();
        return SAID_OTHERWISE.contains(against.rule())
                ? null
                : SignupController.told(against.rule(), against.facts(), conference);
    }

    /** The starred talks that it would take from its reader. */
    public List<Agenda.Starred> missed() {
        return fit == null ? List.of() : fit.missed();
    }

    /** The starred talk that its reader would hear while they work. */
    public Agenda.@Nullable Starred heard() {
        return fit == null ? null : fit.heard();
    }

    /** As few words as a grid's cell holds. */
    public String inTheGrid() {
        return switch (standing) {
            case OPEN ->
                (shift.staffing().missing() > 0 ? "▲ " : "") + shift.staffing().roomInBrief();
            case MINE -> "✓ yours";
            case OFFERED -> "offered";
            case IN_LINE -> "in line";
            case COVER_WANTED -> "cover wanted";
            case OVERLAPS -> "busy";
            case FULL -> "full";
            case ASK_FIRST -> "ask first";
            case BEGUN -> "begun";
            case NOT_OPEN_YET -> "not open yet";
            case CLOSED -> "closed";
        };
    }
}
