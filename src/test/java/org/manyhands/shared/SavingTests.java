package org.manyhands.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataIntegrityViolationException;

/** What the database refuses, told only where it is what was expected. */
class SavingTests {

    private static final Set<String> USES = Set.of("shift_place_fkey");

    @Test
    void deletesWhatNothingHangsOn() {
        assertThat(Saving.deletes(USES, () -> {})).isTrue();
    }

    @Test
    void keepsWhatSomethingHangsOn() {
        assertThat(Saving.deletes(USES, refusedBy("shift_place_fkey"))).isFalse();
    }

    @Test
    void takesNoOtherRefusalForThat() {
        assertThatThrownBy(() -> Saving.deletes(USES, refusedBy("audit_event_action_check")))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private static Runnable refusedBy(String constraint) {
        var message = new ServerErrorMessage("SERROR\0C23503\0Mrefused\0n" + constraint + "\0");
        return () -> {
            throw new DataIntegrityViolationException("refused", new PSQLException(message));
        };
    }
}
