package org.manyhands.conference;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.regex.MatchResult;
import org.jspecify.annotations.NullUnmarked;
import org.manyhands.shared.Slug;

/** In what the next edition of a conference differs from an earlier one. */
@NullUnmarked
public record EditionForm(
        @NotBlank(message = "Enter a name") @Size(max = 100, message = "Use at most {max} characters for the name")
        String name,

        @NotBlank(message = "{conference.town}") @Size(max = 80)
        String town,

        @NotNull(message = "{conference.first-day}") LocalDate firstDay,
        @NotNull(message = "{conference.last-day}") LocalDate lastDay,
        @NotBlank(message = "{conference.zone}") String zone,

        @Size(max = Slug.LONGEST) @Pattern(regexp = Slug.TYPED, message = "{slug.form}")
        String slug) {

    /** So many that the days of the week stay. */
    private static final int WEEKS_BETWEEN_EDITIONS = 52;

    private static final java.util.regex.Pattern YEAR = java.util.regex.Pattern.compile("\\b20\\d\\d\\b");

    public EditionForm {
        slug = Objects.requireNonNullElse(slug, "");
    }

    /** A year later, on the same days of the week. */
    static EditionForm after(ConferenceForm earlier) {
        return new EditionForm(
                inTheNextYear(earlier.name()),
                earlier.town(),
                earlier.firstDay().plusWeeks(WEEKS_BETWEEN_EDITIONS),
                earlier.lastDay().plusWeeks(WEEKS_BETWEEN_EDITIONS),
                earlier.zone(),
                "");
    }

    private static String inTheNextYear(String text) {
        return YEAR.matcher(text).replaceAll((MatchResult year) -> "" + (Integer.parseInt(year.group()) + 1));
    }

    /** All else as it was then; sign-up opens and closes as long before the first day. */
    ConferenceForm over(ConferenceForm earlier) {
        return new ConferenceForm(
                name,
                town,
                firstDay,
                lastDay,
                zone,
                slug,
                earlier.welcome(),
                earlier.contactName(),
                earlier.contactEmail(),
                earlier.contactPhone(),
                earlier.conductUrl(),
                earlier.chatUrl(),
                moved(earlier.signupOpensAt(), earlier),
                moved(earlier.signupClosesAt(), earlier),
                earlier.handoverMinutes(),
                earlier.waitlist(),
                earlier.limits(),
                null);
    }

    /** Where the clock leaps over that time of day, the one that it shows instead. */
    private LocalDateTime moved(LocalDateTime time, ConferenceForm earlier) {
        if (time == null) {
            return null;
        }
        var days = ChronoUnit.DAYS.between(earlier.firstDay(), firstDay);
        return ZonedDateTime.of(time.plusDays(days), Zones.typed(zone)).toLocalDateTime();
    }
}
