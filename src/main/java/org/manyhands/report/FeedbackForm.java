package org.manyhands.report;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.manyhands.shared.Facts;

/** What somebody who helped types of it; each question may stay open, but not all of them. */
@NullUnmarked
record FeedbackForm(
        Feedback.@Nullable Again again,
        @NotNull @Size(max = 2000) String good,
        @NotNull @Size(max = 2000) String better,
        Integer version) {

    static final FeedbackForm EMPTY = new FeedbackForm(null, "", "", null);

    FeedbackForm {
        good = good == null ? null : good.strip();
        better = better == null ? null : better.strip();
    }

    static FeedbackForm of(Feedback.Said said) {
        return new FeedbackForm(said.again(), said.good(), said.better(), said.version());
    }

    @AssertTrue(message = "{feedback.nothing}")
    boolean isSomething() {
        return again != null || good == null || better == null || !good.isEmpty() || !better.isEmpty();
    }

    /** For the page on which a stale edit comes back. */
    public Map<String, String> inWords() {
        return Facts.of("Again", again == null ? null : again.words(), "Good", good, "Better", better);
    }
}
