package org.manyhands.conference;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.manyhands.shared.LocalTimes;
import org.manyhands.shared.Reach;

/** The conference a page is about, as the page's address names it; found for those who may see it, else a 404. */
public record ConferencePage(
        ConferenceId id,
        String slug,
        String name,
        String town,
        LocalDate firstDay,
        LocalDate lastDay,
        ZoneId zone,
        String welcome,
        String contactName,
        String contactEmail,
        @Nullable String contactPhone,
        String conductUrl,
        @Nullable String chatUrl,
        SignupWindow signupWindow,
        boolean published) {

    public static ConferencePage of(Conference conference) {
        return new ConferencePage(
                conference.id(),
                conference.slug(),
                conference.name(),
                conference.town(),
                conference.firstDay(),
                conference.lastDay(),
                conference.zone(),
                conference.welcome(),
                conference.contact().name(),
                conference.contact().email(),
                conference.contact().phone(),
                conference.conductUrl(),
                conference.chatUrl(),
                conference.signupWindow(),
                conference.isPublished());
    }

    public String writeLink() {
        return Reach.byMail(contactEmail);
    }

    public @Nullable String callLink() {
        return Reach.byPhone(contactPhone);
    }

    public LocalTimes times() {
        return new LocalTimes(zone, town);
    }

    /** "Mon 16 – Fri 20 October 2026". */
    public String dates() {
        return LocalTimes.days(firstDay, lastDay);
    }

    public List<LocalDate> days() {
        return firstDay.datesUntil(lastDay.plusDays(1)).toList();
    }

    public boolean takesSignupsAt(Instant now) {
        return published && signupWindow.isOpen(now);
    }
}
