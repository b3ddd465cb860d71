package org.manyhands.signup;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.manyhands.account.AccountId;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.Flash;
import org.manyhands.shared.RetriedOnConflict;
import org.manyhands.shift.ShiftId;
import org.manyhands.shift.ShiftList;
import org.manyhands.volunteer.Profile;
import org.manyhands.volunteer.Registry;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers somebody and takes the shifts they picked, in one step. */
@Service
class Joining {

    private final Registry registry;
    private final SignupService signups;
    private final ShiftList shifts;
    private final Alternatives alternatives;

    Joining(Registry registry, SignupService signups, ShiftList shifts, Alternatives alternatives) {
        this.registry = registry;
        this.signups = signups;
        this.shifts = shifts;
        this.alternatives = alternatives;
    }

    /** What somebody asks for who joins. */
    record Request(Profile profile, List<ShiftId> picks, UUID requestId, Instant agreedToConductAt) {}

    /** Shifts that are no longer to be had are told as such. */
    @RetriedOnConflict
    @Transactional
    public List<Pick> join(ConferencePage conference, AccountId account, Request request) {
        var volunteer = registry.register(conference.id(), account, request.profile(), request.agreedToConductAt());
        return take(conference, volunteer, request.picks(), request.requestId());
    }

    /** Each of the picks is told of, also one that is a draft by now, or of another conference. */
    @RetriedOnConflict
    @Transactional
    List<Pick> take(ConferencePage conference, VolunteerId volunteer, List<ShiftId> picks, UUID requestId) {
        var picked = shifts.published(conference.id(), picks);
        var outcomes = signups.signUp(
                volunteer, picked.stream().map(ShiftList.Line::id).toList(), requestId);
        var told = picked.stream()
                .collect(toMap(
                        ShiftList.Line::id, shift -> told(shift, outcomeFor(shift, outcomes), conference, volunteer)));
        return picks.stream().map(pick -> told.getOrDefault(pick, Pick.gone())).toList();
    }

    private static SignupOutcome outcomeFor(ShiftList.Line shift, List<SignupOutcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.shift().equals(shift.id()))
                .findFirst()
                .orElseThrow();
    }

    private Pick told(ShiftList.Line shift, SignupOutcome outcome, ConferencePage conference, VolunteerId volunteer) {
        var option = Pick.Option.of(shift, conference);
        return switch (outcome) {
            case SignupOutcome.Confirmed confirmed -> new Pick(option, true, Flash.done("signup.confirmed"), List.of());
            case SignupOutcome.Waitlisted waiting -> notTaken(option, waiting, conference, List.of());
            case SignupOutcome.Offered offered -> notTaken(option, offered, conference, List.of());
            case SignupOutcome.LeftSince left -> notTaken(option, left, conference, List.of());
            case SignupOutcome.Refused refused
            when refused.rule().equals(SignupRule.NOT_TAKEN_TWICE.name()) ->
                new Pick(option, true, Flash.done("signup.confirmed"), List.of());
            case SignupOutcome.Refused refused ->
                notTaken(
                        option,
                        refused,
                        conference,
                        alternatives.insteadOf(shift, conference, volunteer).stream()
                                .map(card -> Pick.Option.of(card.shift(), conference))
                                .toList());
        };
    }

    private static Pick notTaken(
            Pick.Option shift, SignupOutcome outcome, ConferencePage conference, List<Pick.Option> instead) {
        return new Pick(shift, false, SignupController.told(outcome, conference), instead);
    }
}
