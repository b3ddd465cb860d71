package org.manyhands.signup;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules of taking a shift, in the order in which they are told. Each has its words in messages.properties, as
 * {@code signup.refused.<NAME>}, which say why and what to do next.
 */
enum SignupRule {
    SHIFT_IS_PUBLISHED(SignupRequest::published),
    SIGNUP_HAS_OPENED(
            request -> request.window().hasOpened(request.now()),
            request -> requireNonNull(request.window().opensAt())),
    SIGNUP_HAS_NOT_CLOSED(
            request -> !request.window().hasClosed(request.now()),
            request -> requireNonNull(request.window().closesAt())),
    HAS_NOT_BEGUN(
            request -> request.now().isBefore(request.during().start()),
            request -> request.during().start()),
    NOT_TAKEN_TWICE(request -> !request.alreadyOn()),
    /** Before what would have them give something up for a shift that they cannot have yet. */
    ROLE_IS_CLEARED(
            request -> request.clearance().stands(),
            request -> request.clearance().role(),
            request -> request.clearance().needs().ordinal(),
            request -> request.clearance().progress(),
            request -> request.clearance().slug()),
    NO_OVERLAP(
            request -> request.clash() == null,
            request -> requireNonNull(request.clash()).role(),
            request -> requireNonNull(request.clash()).during()),
    RESTS_BETWEEN(
            request -> request.tooClose() == null,
            request -> requireNonNull(request.tooClose()).role(),
            request -> requireNonNull(request.tooClose()).during(),
            request -> request.limits().rest()),
    WITHIN_THE_DAY(
            request -> within(request.thatDay(), request.limits().hoursADay()),
            SignupRequest::thatDay,
            request -> requireNonNull(request.limits().hoursADay())),
    LEAVES_A_CHANCE_TO_OTHERS(
            request -> !request.isTheTurnOfOthers(),
            request -> requireNonNull(request.limits().firstShifts()),
            request -> requireNonNull(request.limits().firstDaysEnd())),
    WITHIN_OWN_DAY(
            request -> within(request.thatDay(), request.limits().ownHoursADay()),
            SignupRequest::thatDay,
            request -> requireNonNull(request.limits().ownHoursADay())),
    WITHIN_OWN_HOURS(
            request -> within(request.inAll(), request.limits().ownHours()),
            SignupRequest::inAll,
            request -> requireNonNull(request.limits().ownHours())),
    /** They may take it all the same, once they were told. */
    KEEPS_STARRED_TALKS(
            SignupRequest::missesNoStarredTalk,
            request -> request.day().missed().getFirst().title(),
            request -> request.day().missed().getFirst().during()),
    /** Last, so that whoever is told of it could take the shift if there were room, and may wait for it. */
    HAS_ROOM(SignupRequest::hasRoom);

    /** What organizers, who make these rules, need not keep to when they move people from shift to shift. */
    static final Set<SignupRule> ABOUT_WHEN_TO_TAKE =
            EnumSet.of(SIGNUP_HAS_OPENED, SIGNUP_HAS_NOT_CLOSED, LEAVES_A_CHANCE_TO_OTHERS, KEEPS_STARRED_TALKS);

    /** What keeps everybody from taking a shift by themselves, whoever it is. */
    static final Set<SignupRule> ABOUT_THE_SHIFT =
            EnumSet.of(SHIFT_IS_PUBLISHED, SIGNUP_HAS_OPENED, SIGNUP_HAS_NOT_CLOSED, HAS_NOT_BEGUN);

    private static final Set<SignupRule> FIRM = EnumSet.of(SHIFT_IS_PUBLISHED, NOT_TAKEN_TWICE, NO_OVERLAP);

    private final Predicate<SignupRequest> holds;
    private final List<Function<SignupRequest, Object>> facts;

    @SafeVarargs
    SignupRule(Predicate<SignupRequest> holds, Function<SignupRequest, Object>... facts) {
        this.holds = holds;
        this.facts = List.of(facts);
    }

    static Optional<SignupRule> firstBrokenBy(SignupRequest request) {
        return Stream.of(values()).filter(rule -> !rule.holds.test(request)).findFirst();
    }

    static List<SignupRule> allBrokenBy(SignupRequest request) {
        return Stream.of(values()).filter(rule -> !rule.holds.test(request)).toList();
    }

    /** Whether no organizer can put somebody on a shift against it either: the database forbids it, or it makes no sense. */
    boolean isFirm() {
        return FIRM.contains(this);
    }

    /** What stands against it apart from room: where a place changes hands, or somebody waits for one. */
    static Optional<SignupRule> firstBrokenBesidesRoom(SignupRequest request) {
        return firstBrokenBy(request).filter(rule -> rule != HAS_ROOM);
    }

    /** What the rule's words are filled with: instants, stretches of time, lengths, numbers, names. */
    List<Object> factsOf(SignupRequest request) {
        return facts.stream().map(fact -> fact.apply(request)).toList();
    }

    private static boolean within(Duration hours, @Nullable Integer atMost) {
        return atMost == null || hours.compareTo(Duration.ofHours(atMost)) <= 0;
    }
}
