package org.manyhands.example;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.manyhands.example.ExamplePlace.DESK;
import static org.manyhands.example.ExamplePlace.GRAND_BALLROOM_III;
import static org.manyhands.example.ExamplePlace.JUNIOR_BALLROOM;
import static org.manyhands.example.ExamplePlace.MEETING_ROOM_2;
import static org.manyhands.example.ExamplePlace.ONLINE;
import static org.manyhands.example.ExamplePlace.SPRINT_ROOMS;
import static org.manyhands.volunteer.Suits.BETWEEN;
import static org.manyhands.volunteer.Suits.EITHER;
import static org.manyhands.volunteer.Suits.PEOPLE;
import static org.manyhands.volunteer.Suits.QUIET;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.manyhands.account.EmailAddress;
import org.manyhands.role.RoleId;
import org.manyhands.volunteer.Profile;
import org.manyhands.volunteer.Suits;

/**
 * Somebody invented, and what they took before the newcomer came.
 *
 * @param handle in the chat; without one, they would rather not be shown to others
 * @param days on which they said they are there
 */
record ExamplePerson(
        String name,
        String pronouns,
        Suits suits,
        @Nullable Integer hoursAtMost,
        @Nullable String handle,
        String phone,
        List<DayOfWeek> days,
        List<ExampleShift> shifts) {

    /** So many that some shifts are full, some have one place left, some lack people, and some have nobody. */
    static final List<ExamplePerson> ALL = List.of(
            person("Ida Moreau", "she/her", PEOPLE)
                    .hours(8)
                    .shown("@ida")
                    .calls("0121")
                    .takes(desk(MONDAY, "08:00"), bags()),
            person("Tomas Lindqvist", "he/him", EITHER)
                    .hours(8)
                    .takes(desk(MONDAY, "10:00"), moderator(MONDAY, "13:20")),
            person("Amara Okonjo", "she/her", PEOPLE)
                    .shown("@amara")
                    .takes(desk(MONDAY, "10:00"), emcee(MONDAY, "15:55")),
            person("Robin Achterberg", "they/them", QUIET)
                    .hours(12)
                    .takes(bags(), moderator(MONDAY, "09:00"), moderator(TUESDAY, "13:20")),
            person("Seo Jae-won", "he/him", QUIET)
                    .shown("@jaewon")
                    .takes(moderator(MONDAY, "09:00"), moderator(TUESDAY, "09:30")),
            person("Lucía Ferrer", "she/her", BETWEEN)
                    .hours(8)
                    .shown("@lucia")
                    .calls("0168")
                    .there(MONDAY, TUESDAY)
                    .takes(manager(MONDAY, "09:00"), manager(TUESDAY, "09:30")),
            person("Dmitri Volkov", "he/him", BETWEEN).takes(manager(MONDAY, "14:00"), moderator(TUESDAY, "13:20")),
            person("Hana Kobayashi", "she/her", QUIET).hours(3).takes(bags()),
            person("Kwame Mensah", "he/him", PEOPLE)
                    .shown("@kwame")
                    .calls("0134")
                    .takes(emcee(MONDAY, "09:00"), emcee(TUESDAY, "09:30")),
            person("Beatriz Nogueira", "she/her", PEOPLE)
                    .hours(5)
                    .there(MONDAY)
                    .takes(emcee(MONDAY, "11:10"), emcee(MONDAY, "14:05")),
            person("Samir Nasser", "he/him", EITHER)
                    .shown("@samir")
                    .takes(emceeNextDoor(MONDAY, "14:05"), emceeNextDoor(TUESDAY, "11:10")),
            person("Elin Bergqvist", "she/they", QUIET)
                    .hours(12)
                    .takes(moderator(MONDAY, "13:20"), moderator(TUESDAY, "13:20")),
            person("Marcus Whitfield", "he/him", PEOPLE)
                    .hours(4)
                    .shown("@marcus")
                    .calls("0147")
                    .there(TUESDAY, WEDNESDAY)
                    .takes(desk(TUESDAY, "08:00"), desk(WEDNESDAY, "08:00")),
            person("Aroha Tamihana", "she/her", EITHER).takes(moderator(MONDAY, "13:20"), desk(TUESDAY, "08:00")),
            person("Femi Adeyinka", "they/them", BETWEEN)
                    .hours(8)
                    .shown("@femi")
                    .there(THURSDAY)
                    .takes(mentor(THURSDAY, "09:00"), mentor(THURSDAY, "13:00")),
            person("Greta Hollmann", "", QUIET)
                    .takes(moderator(MONDAY, "13:20"), moderator(WEDNESDAY, "09:00"), mentor(FRIDAY, "09:00")),
            person("Rafael Quintero", "he/him", EITHER)
                    .shown("@rafa")
                    .takes(bags(), desk(TUESDAY, "14:00"), mentor(THURSDAY, "09:00")),
            person("Yuki Tanabe", "they/them", QUIET).hours(6).takes(bags(), moderator(MONDAY, "09:00")),
            person("Chipo Marange", "she/her", PEOPLE)
                    .shown("@chipo")
                    .calls("0152")
                    .takes(desk(MONDAY, "14:00"), emcee(TUESDAY, "14:05")),
            person("Oskar Wieczorek", "he/him", BETWEEN).takes(moderator(MONDAY, "13:20"), manager(WEDNESDAY, "09:30")),
            person("Leila Farahani", "she/her", QUIET)
                    .hours(10)
                    .shown("@leila")
                    .takes(moderator(MONDAY, "13:20"), moderator(TUESDAY, "13:20")),
            person("Jonah Feldmark", "he/him", EITHER).takes(bags(), moderator(MONDAY, "13:20")),
            person("Mele Kahananui", "she/her", BETWEEN)
                    .hours(10)
                    .shown("@mele")
                    .takes(bags(), mentor(THURSDAY, "09:00"), mentor(FRIDAY, "09:00")),
            person("Siobhan Kerrigan", "she/her", PEOPLE)
                    .there(WEDNESDAY)
                    .takes(emcee(WEDNESDAY, "09:30"), emcee(WEDNESDAY, "11:10")),
            person("Theo Papadakis", "", QUIET)
                    .hours(9)
                    .takes(moderator(MONDAY, "09:00"), moderator(TUESDAY, "09:30")));

    private static ExamplePerson person(String name, String pronouns, Suits suits) {
        return new ExamplePerson(name, pronouns, suits, null, null, "", List.of(), List.of());
    }

    private ExamplePerson hours(int atMost) {
        return new ExamplePerson(name, pronouns, suits, atMost, handle, phone, days, shifts);
    }

    private ExamplePerson shown(String handle) {
        return new ExamplePerson(name, pronouns, suits, hoursAtMost, handle, phone, days, shifts);
    }

    /** Of the numbers that are kept free for stories: 555-0100 to 555-0199. */
    private ExamplePerson calls(String lastDigits) {
        return new ExamplePerson(name, pronouns, suits, hoursAtMost, handle, "+1 919 555 " + lastDigits, days, shifts);
    }

    private ExamplePerson there(DayOfWeek... days) {
        return new ExamplePerson(name, pronouns, suits, hoursAtMost, handle, phone, List.of(days), shifts);
    }

    private ExamplePerson takes(ExampleShift... shifts) {
        return new ExamplePerson(name, pronouns, suits, hoursAtMost, handle, phone, days, List.of(shifts));
    }

    private static ExampleShift desk(DayOfWeek day, String from) {
        return ExampleShift.at(ExampleRole.REGISTRATION_DESK, DESK, day, from);
    }

    private static ExampleShift emcee(DayOfWeek day, String from) {
        return ExampleShift.at(ExampleRole.SESSION_EMCEE, JUNIOR_BALLROOM, day, from);
    }

    private static ExampleShift emceeNextDoor(DayOfWeek day, String from) {
        return ExampleShift.at(ExampleRole.SESSION_EMCEE, GRAND_BALLROOM_III, day, from);
    }

    private static ExampleShift manager(DayOfWeek day, String from) {
        return ExampleShift.at(ExampleRole.SESSION_MANAGER, JUNIOR_BALLROOM, day, from);
    }

    private static ExampleShift moderator(DayOfWeek day, String from) {
        return ExampleShift.at(ExampleRole.ONLINE_MODERATOR, ONLINE, day, from);
    }

    private static ExampleShift mentor(DayOfWeek day, String from) {
        return ExampleShift.at(ExampleRole.SPRINT_MENTOR, SPRINT_ROOMS, day, from);
    }

    private static ExampleShift bags() {
        return ExampleShift.at(ExampleRole.SWAG_BAG_STUFFING, MEETING_ROOM_2, SUNDAY, "16:00");
    }

    /** At example.org, which belongs to nobody (RFC 2606). */
    EmailAddress email() {
        var letters = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return EmailAddress.of(letters.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.org");
    }

    Profile profile(ExampleWeek week, Function<ExampleRole, RoleId> roles) {
        return new Profile(
                name,
                pronouns,
                handle == null ? "" : handle,
                phone,
                suits,
                shifts.stream().map(ExampleShift::role).map(roles).collect(Collectors.toSet()),
                hoursAtMost,
                null,
                days.stream().map(week::date).collect(Collectors.toSet()),
                handle != null);
    }
}
