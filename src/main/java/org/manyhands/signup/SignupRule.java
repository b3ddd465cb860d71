package org.manyhands.signup;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The rules of taking a shift, in the order in which they are told. Each has its words in messages.properties, as
 * {@code signup.refused.<NAME>}.
 */
enum SignupRule {
    SHIFT_IS_PUBLISHED(SignupRequest::published),
    SIGNUP_HAS_OPENED(
            request -> request.window().hasOpened(request.now()),
            request -> Objects.requireNonNull(request.window().opensAt())),
    SIGNUP_HAS_NOT_CLOSED(
            request -> !request.window().hasClosed(request.now()),
            request -> Objects.requireNonNull(request.window().closesAt())),
    HAS_NOT_BEGUN(
            request -> request.now().isBefore(request.during().start()),
            request -> request.during().start()),
    NOT_TAKEN_TWICE(request -> !request.alreadyOn()),
    NO_OVERLAP(
            request -> request.clash() == null,
            request -> Objects.requireNonNull(request.clash()).role(),
            request -> Objects.requireNonNull(request.clash()).during()),
    HAS_ROOM(request -> request.staffing().hasRoom());

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

    /** What the rule's words are filled with: instants, stretches of time, names. */
    List<Object> factsOf(SignupRequest request) {
        return facts.stream().map(fact -> fact.apply(request)).toList();
    }
}
