package org.manyhands.messaging;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.shared.Query;

/**
 * Which of the mails an organizer asked for, as the address says it. A part that cannot be read is not asked for.
 *
 * @param q from three letters on: sought in names, addresses and subjects
 * @param before the id of the mail that ended the page before
 */
record MailFilter(
        @Nullable String q,
        @Nullable String state,
        @Nullable String kind,
        @Nullable String before) {

    private static final int LETTERS = 3;
    private static final int LONGEST = 100;

    /** What became of a mail, in the order in which organizers worry. */
    enum State {
        FAILED("Failed"),
        WAITING("Waits"),
        EXPIRED("Not sent any more"),
        SENT("Sent");

        private final String words;

        State(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        static Optional<State> of(String value) {
            return Arrays.stream(values())
                    .filter(state -> state.value().equals(value))
                    .findFirst();
        }

        /** As an address has it. */
        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    MailFilter {
        q = q == null || q.strip().length() < LETTERS || q.length() > LONGEST || q.indexOf('\0') >= 0
                ? null
                : q.strip();
        state = state != null && State.of(state).isPresent() ? state : null;
        kind = kind != null && MailKind.of(kind).isPresent() ? kind : null;
        before = id(before) == null ? null : before;
    }

    private static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @Nullable
    UUID last() {
        return id(before);
    }

    /** Whether anything but another page was asked for. */
    public boolean narrows() {
        return q != null || state != null || kind != null;
    }

    public MailFilter in(@Nullable String asked) {
        return new MailFilter(q, asked, kind, null);
    }

    public MailFilter olderThan(UUID mail) {
        return new MailFilter(q, state, kind, mail.toString());
    }

    public MailFilter newest() {
        return new MailFilter(q, state, kind, null);
    }

    /** This part of the mails, as an address within the site. */
    public String under(String conferenceSlug) {
        var parts = new LinkedHashMap<String, @Nullable String>();
        parts.put("q", q);
        parts.put("state", state);
        parts.put("kind", kind);
        parts.put("before", before);
        return "/" + conferenceSlug + "/organize/mail" + Query.of(parts);
    }
}
