package org.manyhands.announcing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.manyhands.shared.Facts;

/** An announcement as it is typed. */
@NullUnmarked
record AnnouncementForm(
        String to,

        @NotBlank(message = "{announcement.subject}")
        @Size(max = Announcement.LONGEST_SUBJECT)
        @Pattern(regexp = "[^\\n\\t]*", message = "{announcement.one-line}")
        String subject,

        @NotBlank(message = "{announcement.body}") @Size(max = Announcement.LONGEST_BODY)
        String body,

        Integer version) {

    static AnnouncementForm to(Audience audience) {
        return new AnnouncementForm(audience.value(), "", "", null);
    }

    static AnnouncementForm of(Announcement stored) {
        return new AnnouncementForm(
                stored.audience().isGone() ? "" : stored.audience().value(),
                stored.subject(),
                stored.body(),
                stored.version());
    }

    /** For the page on which a stale edit comes back. */
    public Map<String, String> inWords() {
        return Facts.of("Subject", subject, "Text", body);
    }
}
