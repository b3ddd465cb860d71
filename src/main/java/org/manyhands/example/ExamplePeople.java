package org.manyhands.example;

import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.manyhands.account.Accounts;
import org.manyhands.account.EmailAddress;
import org.manyhands.conference.Conference;
import org.manyhands.shift.ShiftId;
import org.manyhands.signup.SignupOutcome;
import org.manyhands.signup.SignupService;
import org.manyhands.volunteer.Profile;
import org.manyhands.volunteer.Registry;
import org.manyhands.volunteer.Suits;
import org.springframework.stereotype.Component;

/** Invented people, and what they took: some shifts are full by it, some have one place left, some still need somebody. */
@Component
class ExamplePeople {

    /** Name, pronouns, what suits them, + where their shift-mates may see them; then their shifts. */
    private static final String PEOPLE = """
            Amara Osei|she/her|PEOPLE|+|registration-desk 0 8:00 desk; session-emcee 0 14:05 grand; registration-desk 1 8:00 desk
            Bao Nguyen|he/him|QUIET||online-moderator 0 9:00 online; online-moderator 1 9:00 online
            Clara Lindqvist|she/her|EITHER|+|registration-desk 0 8:00 desk; session-manager 0 11:10 junior; swag-bag-stuffing -1 14:00 bags
            Dev Anand|he/him|BETWEEN|+|session-manager 0 9:00 junior; session-manager 1 9:30 junior; sprint-mentor 3 9:00 sprints
            Elif Kaya|she/they|QUIET|+|swag-bag-stuffing -1 14:00 bags; online-moderator 0 13:20 online
            Farid Rahmani|he/him|PEOPLE||session-emcee 0 9:00 junior; registration-desk 0 12:00 desk
            Greta Holm|she/her|EITHER|+|session-emcee 0 11:10 junior; session-emcee 1 11:10 junior
            Hana Sato|they/them|QUIET|+|online-moderator 0 9:00 online; online-moderator 2 9:00 online
            Ivo Marek|he/him|BETWEEN||registration-desk 0 10:00 desk; sprint-mentor 3 13:00 sprints
            Jamila Toure|she/her|PEOPLE|+|session-emcee 0 11:10 grand; registration-desk 1 10:00 desk
            Kofi Boateng|he/him|EITHER|+|online-moderator 0 9:00 online; session-emcee 1 14:05 junior
            Leila Haddad|she/her|QUIET||swag-bag-stuffing -1 14:00 bags; online-moderator 1 13:20 online
            Mateo Ruiz|he/him|BETWEEN|+|session-manager 1 14:05 junior; registration-desk 2 8:00 desk
            Nadia Petrova|she/her|EITHER||online-moderator 0 9:00 online; session-emcee 1 9:30 junior
            Oskar Lund|he/they|QUIET|+|swag-bag-stuffing -1 14:00 bags; sprint-mentor 4 9:00 sprints
            Pilar Vega|she/her|PEOPLE|+|session-emcee 0 15:55 junior; registration-desk 1 8:00 desk
            Quinn Abbott|they/them|EITHER|+|online-moderator 1 9:00 online; session-manager 2 9:30 junior
            Rosa Bianchi|she/her|QUIET||online-moderator 0 13:20 online; swag-bag-stuffing -1 14:00 bags
            Samir Aziz|he/him|BETWEEN|+|session-manager 0 14:05 junior; sprint-mentor 3 9:00 sprints
            Thandi Nkosi|she/her|PEOPLE|+|session-emcee 1 11:10 grand; session-emcee 2 9:30 junior
            Ulrich Berg|he/him|EITHER||online-moderator 0 13:20 online; online-moderator 1 9:00 online
            Vera Kowalska|she/her|QUIET|+|online-moderator 0 9:00 online; swag-bag-stuffing -1 14:00 bags
            Wiremu Parata|he/him|BETWEEN|+|registration-desk 0 14:00 desk; sprint-mentor 3 9:00 sprints
            Ximena Flores|she/her|EITHER||online-moderator 0 9:00 online; session-emcee 2 16:00 junior
            Yusuf Demir|he/him|PEOPLE|+|sprint-mentor 3 9:00 sprints; online-moderator 0 9:00 online
            """;

    private final Accounts accounts;
    private final Registry registry;
    private final SignupService signups;
    private final Clock clock;

    ExamplePeople(Accounts accounts, Registry registry, SignupService signups, Clock clock) {
        this.accounts = accounts;
        this.registry = registry;
        this.signups = signups;
        this.clock = clock;
    }

    void register(Conference conference, Map<String, ShiftId> shifts) {
        PEOPLE.lines().map(line -> line.split("\\|")).forEach(words -> register(words, conference, shifts));
    }

    private void register(String[] words, Conference conference, Map<String, ShiftId> shifts) {
        var firstName = words[0].split(" ")[0].toLowerCase(Locale.ROOT);
        var now = clock.instant();
        var account = accounts.register(EmailAddress.of(firstName + "@example.org"), now);
        var seen = words[3].equals("+");
        var profile = new Profile(
                words[0],
                words[1],
                seen ? "@" + firstName : "",
                "",
                Suits.valueOf(words[2]),
                Set.of(),
                null,
                Set.of(),
                seen);
        var volunteer = registry.register(conference.id(), account.id(), profile, now);
        var picks = Arrays.stream(words[4].split("; "))
                .map(name -> Objects.requireNonNull(shifts.get(name), name))
                .toList();
        for (var outcome : signups.signUp(volunteer, picks, UUID.randomUUID())) {
            if (!(outcome instanceof SignupOutcome.Confirmed)) {
                throw new IllegalStateException("the example does not fit together: " + words[0] + ", " + outcome);
            }
        }
    }
}
