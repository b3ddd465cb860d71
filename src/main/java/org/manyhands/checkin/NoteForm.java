package org.manyhands.checkin;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.NullUnmarked;

/** What is typed of somebody who did not come. */
@NullUnmarked
record NoteForm(@Size(max = 300) String note) {

    NoteForm {
        note = note == null ? "" : note;
    }
}
