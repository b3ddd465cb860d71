package org.manyhands.volunteer;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferencePage;
import org.manyhands.role.Role;
import org.manyhands.role.Roles;
import org.manyhands.shared.Choices;
import org.manyhands.shared.Facts;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the fields of a profile offer to choose from; every page with those fields needs it. */
@Component
public class ProfileChoices {

    private final Roles roles;
    private final DaysOfWork work;

    ProfileChoices(Roles roles, DaysOfWork work) {
        this.roles = roles;
        this.work = work;
    }

    public void offer(ConferencePage conference, Model model) {
        model.addAttribute("suitsChoices", Choices.of(List.of(Suits.values()), Suits::name, Suits::words));
        model.addAttribute("roleChoices", roles(conference));
        model.addAttribute("dayChoices", Choices.of(days(conference), LocalDate::toString, conference.times()::day));
    }

    /** What was typed, without days that nobody was asked about; the registry leaves out roles of other conferences. */
    public Profile profile(ProfileForm typed, ConferencePage conference) {
        var offered = days(conference);
        var profile = typed.toProfile();
        return profile.there(
                profile.daysThere().stream().filter(offered::contains).collect(toSet()));
    }

    /** For the page on which a stale edit comes back. */
    Map<String, String> say(Profile profile, ConferencePage conference) {
        var names = roles(conference);
        return Facts.of(
                "Your name", profile.name(),
                "Pronouns", profile.pronouns(),
                "Chat handle", profile.chatHandle(),
                "Phone", profile.phone(),
                "What suits you", profile.suits().words(),
                "Roles you would like",
                        inWords(profile.roleWishes().stream()
                                .map(role -> names.get(role.roleId().toString()))
                                .toList()),
                "Hours at most, in all", profile.hoursAtMost(),
                "Hours at most, on one day", profile.hoursADayAtMost(),
                "Days you are there",
                        inWords(profile.daysThere().stream()
                                .sorted()
                                .map(conference.times()::day)
                                .toList()),
                "Name and chat handle shown", profile.shownToCrew() ? "yes" : "no");
    }

    private static String inWords(List<@Nullable String> several) {
        return String.join(", ", several.stream().map(String::valueOf).sorted().toList());
    }

    private Map<String, String> roles(ConferencePage conference) {
        return Choices.of(
                roles.findByConferenceIdOrderByName(conference.id()),
                role -> role.id().roleId(),
                ProfileChoices::inWords);
    }

    private static String inWords(Role role) {
        return role.name() + " (" + role.setting().words().toLowerCase(Locale.ENGLISH) + ")";
    }

    /** Those of the conference, and those before and after on which something is set up or taken down. */
    private TreeSet<LocalDate> days(ConferencePage conference) {
        var days = new TreeSet<>(conference.days());
        days.addAll(work.of(conference));
        return days;
    }
}
