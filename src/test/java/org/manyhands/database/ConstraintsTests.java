package org.manyhands.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.shift.Need;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database refuses of whoever goes past the application. */
@IntegrationTest
class ConstraintsTests {

    @Autowired
    private Given given;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void refuseASwapForAShiftOfAnotherConference() {
        var here = given.conference();
        var there = given.conference();
        given.signUp(given.volunteer(here), given.shift(here, "08:00", "10:00", Need.of(1)));
        var wanted = given.shift(there, "08:00", "10:00", Need.of(1));
        assertThatThrownBy(() -> jdbc.sql("""
                                insert into swap_offer (swap_offer_id, conference_id, signup_id, wanted_shift_id, offered_at)
                                select gen_random_uuid(), :there, signup_id, :wanted, signed_up_at
                                from signup where conference_id = :here
                                """)
                        .param("there", there.id().conferenceId())
                        .param("wanted", wanted.id().shiftId())
                        .param("here", here.id().conferenceId())
                        .update())
                .hasMessageContaining("swap_offer_conference_id_signup_id_fkey");
    }

    @Test
    void refuseAConferenceOfAnotherCentury() {
        assertThatThrownBy(() -> jdbc.sql(
                                "update conference set first_day = '1999-12-31', last_day = '2000-01-01' where conference_id = ?")
                        .param(given.conference().id().conferenceId())
                        .update())
                .hasMessageContaining("conference_days_of_this_century");
    }

    @Test
    void refuseASignInByAnAddressThatNoAccountCanHave() {
        assertThatThrownBy(() -> jdbc.sql("""
                                insert into sign_in (sign_in_id, email, token_hash, code_hash, asked_at, expires_at)
                                values (gen_random_uuid(), ?, sha256(cast(gen_random_uuid() as text)::bytea), sha256(''),
                                        '2026-10-19', '2026-10-20')
                                """)
                        .param("Ida-" + UUID.randomUUID() + "@Example.org")
                        .update())
                .hasMessageContaining("sign_in_email_is_canonical");
    }
}
