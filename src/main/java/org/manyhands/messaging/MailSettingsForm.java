package org.manyhands.messaging;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.manyhands.shared.Facts;
import org.springframework.format.annotation.DateTimeFormat;

/** What an organizer says of the mails. */
@NullUnmarked
record MailSettingsForm(
        boolean reminders,
        @NotNull @Min(3) @Max(96) Integer first,
        @NotNull @Min(1) @Max(12) Integer second,

        @NotNull @DateTimeFormat(iso = DateTimeFormat.ISO.TIME)
        LocalTime quietFrom,

        @NotNull @DateTimeFormat(iso = DateTimeFormat.ISO.TIME)
        LocalTime quietTo,

        @NotNull @Min(1) @Max(168) Integer alert,
        @NotNull @Min(0) @Max(30) Integer beforeDays,
        @NotNull @Size(max = 1000) String orientation,
        boolean thanks,
        Integer version) {

    static MailSettingsForm of(MailSettings settings) {
        return new MailSettingsForm(
                settings.reminders(),
                settings.first(),
                settings.second(),
                settings.quiet().from(),
                settings.quiet().to(),
                settings.alert(),
                settings.beforeDays(),
                settings.orientation(),
                settings.thanks(),
                settings.version());
    }

    MailSettings asked() {
        return new MailSettings(
                reminders,
                first,
                second,
                new QuietHours(quietFrom, quietTo),
                alert,
                beforeDays,
                orientation.strip(),
                thanks,
                version);
    }

    @AssertTrue(message = "{mail-settings.second}")
    boolean isSecondLater() {
        return first == null || second == null || second < first;
    }

    /** For the page on which a stale edit comes back. */
    public Map<String, String> inWords() {
        return Facts.of(
                "Reminders",
                reminders ? "%d and %d hours before".formatted(first, second) : "None",
                "Quiet",
                quietFrom + " to " + quietTo,
                "Alerts",
                alert + " hours before",
                "Before the conference",
                beforeDays == 0 ? "No mail" : beforeDays + " days",
                "How to begin",
                orientation,
                "Thanks",
                thanks ? "Yes" : "No");
    }
}
