package org.manyhands.conference;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;
import org.manyhands.account.EmailAddress;
import org.manyhands.shared.Facts;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.LocalTimes;
import org.manyhands.shared.Slug;

/** What an organizer types of a conference, when it begins to be and later. The slug counts only the first time. */
@NullUnmarked
record ConferenceForm(
        @NotBlank(message = "Enter a name") @Size(max = 100, message = "Use at most {max} characters for the name")
        String name,

        @NotBlank(message = "{conference.town}") @Size(max = 80)
        String town,

        @NotNull(message = "{conference.first-day}") LocalDate firstDay,
        @NotNull(message = "{conference.last-day}") LocalDate lastDay,
        @NotBlank(message = "{conference.zone}") String zone,

        @Size(max = Slug.LONGEST) @Pattern(regexp = Slug.TYPED, message = "{slug.form}")
        String slug,

        @Size(max = 2000) String welcome,

        @NotBlank(message = "{conference.contact-name}") @Size(max = 100)
        String contactName,

        @NotNull EmailAddress contactEmail,
        @Size(max = 40) String contactPhone,

        @NotBlank(message = "{conference.conduct}")
        @Size(max = 500)
        @Pattern(regexp = WEB_ADDRESS, message = "{web-address}")
        String conductUrl,

        @Size(max = 500) @Pattern(regexp = WEB_ADDRESS, message = "{web-address}")
        String chatUrl,

        LocalDateTime signupOpensAt,
        LocalDateTime signupClosesAt,
        @Min(0) @Max(60) Integer handoverMinutes,
        @Valid WaitlistForm waitlist,
        @Valid LimitsForm limits,
        Integer version) {

    private static final String WEB_ADDRESS =
            "(https?://[\\p{L}\\p{N}.-]+(:\\d{1,5})?([/?#]([^\\s\"<>%]|%[0-9A-Fa-f]{2})*)?)?";

    static final ConferenceForm EMPTY =
            new ConferenceForm("", "", null, null, "", "", "", "", null, "", "", "", null, null, 0, null, null, null);

    ConferenceForm {
        slug = Objects.requireNonNullElse(slug, "");
        welcome = Objects.requireNonNullElse(welcome, "");
        handoverMinutes = Objects.requireNonNullElse(handoverMinutes, 0);
    }

    static ConferenceForm of(Conference conference) {
        var times = new LocalTimes(conference.zone(), conference.town());
        var contact = conference.contact();
        var window = conference.signupWindow();
        return new ConferenceForm(
                conference.name(),
                conference.town(),
                conference.firstDay(),
                conference.lastDay(),
                conference.zone().getId(),
                conference.slug(),
                conference.welcome(),
                contact.name(),
                EmailAddress.of(contact.email()),
                contact.phone(),
                conference.conductUrl(),
                conference.chatUrl(),
                window.opensAt() == null ? null : times.local(window.opensAt()),
                window.closesAt() == null ? null : times.local(window.closesAt()),
                (int) conference.handover().toMinutes(),
                WaitlistForm.of(conference.waitlist()),
                LimitsForm.of(conference.limits()),
                conference.version());
    }

    /** @throws FormRefusal where it is taken by the installation itself, or too short for an address */
    String freeSlug() {
        var free = Slug.orFrom(slug, name);
        if (free.length() < 2) {
            throw new FormRefusal("slug", "conference.slug-too-short");
        }
        if (ReservedSlugs.contain(free)) {
            throw new FormRefusal("slug", "conference.slug-reserved", free);
        }
        return free;
    }

    /** @throws FormRefusal where it is none to choose from */
    ZoneId zoneId() {
        return Zones.typed(zone);
    }

    ConferenceDays days() {
        return new ConferenceDays(firstDay, lastDay);
    }

    Contact contact() {
        return new Contact(contactName, contactEmail.text(), blankToNull(contactPhone));
    }

    String chatUrlOrNull() {
        return blankToNull(chatUrl);
    }

    /** @throws FormRefusal where it would close before it opens, or at a time that does not exist */
    SignupWindow signupWindow() {
        var times = new LocalTimes(zoneId(), town);
        var opens = instant(signupOpensAt, "signupOpensAt", times);
        var closes = instant(signupClosesAt, "signupClosesAt", times);
        if (opens != null && closes != null && !opens.isBefore(closes)) {
            throw new FormRefusal("signupClosesAt", "conference.signup-closes-before-it-opens");
        }
        return new SignupWindow(opens, closes);
    }

    private static Instant instant(LocalDateTime local, String field, LocalTimes times) {
        if (local == null) {
            return null;
        }
        if (ConferenceDays.isFarAway(local.toLocalDate())) {
            throw new FormRefusal(field, "conference.far-away");
        }
        return times.typed(local, field);
    }

    WaitlistTerms waitlistOver(WaitlistTerms stored) {
        return waitlist == null ? stored : waitlist.over(stored);
    }

    SignupLimits limitsOver(SignupLimits stored) {
        return limits == null ? stored : limits.over(stored);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** For the page on which a stale edit comes back. */
    public Map<String, String> inWords() {
        var facts = Facts.of(
                "Name",
                name,
                "Town",
                town,
                "First day",
                firstDay,
                "Last day",
                lastDay,
                "Time zone",
                zone,
                "Welcome",
                welcome,
                "Contact",
                contactName,
                "E-mail",
                contactEmail,
                "Phone",
                contactPhone,
                "Code of conduct",
                conductUrl,
                "Chat",
                chatUrl,
                "Sign-up opens",
                signupOpensAt,
                "Sign-up closes",
                signupClosesAt,
                "Handover",
                handoverMinutes + " minutes");
        facts.putAll(waitlist.inWords());
        facts.putAll(limits.inWords());
        return facts;
    }
}
