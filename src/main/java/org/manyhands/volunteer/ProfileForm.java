package org.manyhands.volunteer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.manyhands.role.RoleId;
import org.springframework.format.annotation.DateTimeFormat;

/** What a volunteer types of themselves, when they join and later; a name alone is enough. */
@NullUnmarked
public record ProfileForm(
        @NotBlank(message = "Enter your name") @Size(max = 100)
        String name,

        @Size(max = 40) String pronouns,
        @Size(max = 60) String chatHandle,
        @Size(max = 40) String phone,
        Suits suits,
        List<UUID> roles,
        @Min(1) @Max(100) Integer hoursAtMost,
        @Min(1) @Max(24) Integer hoursADayAtMost,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) List<LocalDate> days,
        Boolean shownToCrew,
        Integer version) {

    public static ProfileForm empty() {
        return new ProfileForm("", "", "", "", Suits.EITHER, List.of(), null, null, List.of(), false, null);
    }

    static ProfileForm of(Profile profile, int version) {
        return new ProfileForm(
                profile.name(),
                profile.pronouns(),
                profile.chatHandle(),
                profile.phone(),
                profile.suits(),
                profile.roleWishes().stream().map(RoleId::roleId).toList(),
                profile.hoursAtMost(),
                profile.hoursADayAtMost(),
                profile.daysThere().stream().sorted().toList(),
                profile.shownToCrew(),
                version);
    }

    Profile toProfile() {
        return new Profile(
                name,
                text(pronouns),
                text(chatHandle),
                text(phone),
                Objects.requireNonNullElse(suits, Suits.EITHER),
                roles == null
                        ? Set.of()
                        : roles.stream()
                                .filter(Objects::nonNull)
                                .map(RoleId::new)
                                .collect(Collectors.toSet()),
                hoursAtMost,
                hoursADayAtMost,
                days == null ? Set.of() : days.stream().filter(Objects::nonNull).collect(Collectors.toSet()),
                Boolean.TRUE.equals(shownToCrew));
    }

    private static String text(String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
